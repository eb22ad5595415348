#include "indexer/convert/record_page.h"

#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{32} << 20U;
constexpr std::size_t kMostMembers = 10'000;
constexpr std::size_t kMostRecords = 100'000;

}  // namespace

bool RecordPage::go_on() {
  if (count_ == kMostRecords)
    throw Error(ErrorKind::check, "more than 100,000 records", "split the file");
  return count_++ >= from_;
}

bool RecordPage::add(Member member) {
  if (!members_.list.empty() &&
      (bytes_ + member.bytes.size() > kMostBytes || members_.list.size() == kMostMembers)) {
    members_.next = count_ - 1;
    return false;
  }
  bytes_ += member.bytes.size();
  members_.list.push_back(std::move(member));
  return true;
}

}  // namespace undex
