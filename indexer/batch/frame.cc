#include "indexer/batch/frame.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace undex {
namespace {

/// Two sources of 256 MiB, or the members of a container: more is no frame of ours.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::size_t kMostFields = std::size_t{1} << 24;

void append_number(std::string& to, std::size_t number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  to.append(bytes, sizeof number);
}

std::size_t number_at(const std::string& from, std::size_t index) {
  std::size_t number = 0;
  std::memcpy(&number, from.data() + index * sizeof number, sizeof number);
  return number;
}

}  // namespace

FrameWriter::FrameWriter(std::vector<std::string_view> fields) : fields_(std::move(fields)) {
  append_number(sizes_, fields_.size());
  for (const std::string_view field : fields_) append_number(sizes_, field.size());
}

Transfer FrameWriter::write(int socket) {
  while (at_ <= fields_.size()) {
    const std::string_view part = at_ == 0 ? std::string_view(sizes_) : fields_[at_ - 1];
    if (done_ == part.size()) {
      ++at_;
      done_ = 0;
      continue;
    }
    const ssize_t n = ::send(socket, part.data() + done_, part.size() - done_, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno == EAGAIN ? Transfer::blocked : Transfer::ended;
    done_ += static_cast<std::size_t>(n);
  }
  return Transfer::whole;
}

std::string& FrameReader::target() { return part_ == Part::fields ? fields_[at_] : numbers_; }

bool FrameReader::advance() {
  done_ = 0;
  if (part_ == Part::count) {
    const std::size_t count = number_at(numbers_, 0);
    if (count > kMostFields) return false;
    fields_.resize(count);
    numbers_.assign(count * sizeof(std::size_t), '\0');
    part_ = Part::sizes;
  } else if (part_ == Part::sizes) {
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < fields_.size(); ++at) {
      const std::size_t size = number_at(numbers_, at);
      if (size > kMostBytes || (bytes += size) > kMostBytes) return false;
      fields_[at].resize(size);
    }
    part_ = Part::fields;
    at_ = 0;
    whole_ = fields_.empty();
  } else {
    whole_ = ++at_ == fields_.size();
  }
  return true;
}

Transfer FrameReader::read(int socket) {
  while (!whole_) {
    std::string& into = target();
    if (done_ == into.size()) {
      if (!advance()) return Transfer::ended;
      continue;
    }
    const ssize_t n = ::recv(socket, into.data() + done_, into.size() - done_, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) return Transfer::blocked;
    if (n <= 0) return Transfer::ended;
    done_ += static_cast<std::size_t>(n);
  }
  return Transfer::whole;
}

Frame FrameReader::take() {
  Frame frame = std::move(fields_);
  *this = FrameReader();
  return frame;
}

}  // namespace undex
