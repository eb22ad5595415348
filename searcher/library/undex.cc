// The C interface: handles, and exceptions turned into errors.
#include "undex/undex.h"

#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <string>
#include <utility>

#include "schemas/version.h"
#include "searcher/library/current.h"

/// What undex_error_*() read.
struct undex_error {
  int kind = UNDEX_FAULT;
  std::string text{};
  std::string hint{};
  long offset = -1;
};

struct undex_archive {
  std::mutex one_at_a_time;
  undex::library::CurrentArchive current;
};

namespace {

/// Where there is no memory for another.
undex_error& out_of_memory() {
  static undex_error error{.kind = UNDEX_FAULT, .text = "out of memory"};
  return error;
}

undex_error error_of(const undex::Error& error) {
  undex_error out{.kind = static_cast<int>(error.kind), .text = error.what(), .hint = error.hint};
  if (const auto* query = dynamic_cast<const undex::QueryError*>(&error))
    out.offset = static_cast<long>(query->offset);
  return out;
}

void tell(undex_error** to, undex_error error) noexcept {
  if (to == nullptr) return;
  *to = new (std::nothrow) undex_error(std::move(error));
  if (*to == nullptr) *to = &out_of_memory();
}

/// What `work` returns, or nullptr and why.
template <typename Work>
auto guarded(undex_error** error, Work work) noexcept -> decltype(work()) {
  if (error != nullptr) *error = nullptr;
  try {
    return work();
  } catch (const undex::Error& fault) {
    tell(error, error_of(fault));
  } catch (const std::bad_alloc&) {
    if (error != nullptr) *error = &out_of_memory();
  } catch (const std::exception& fault) {
    tell(error, {.text = std::string("unexpected failure: ") + fault.what()});
  } catch (...) {
    tell(error, {.text = "unexpected failure"});
  }
  return nullptr;
}

void require(const void* pointer, const char* name) {
  if (pointer == nullptr)
    throw undex::Error(undex::ErrorKind::usage, std::string("'") + name + "' is NULL");
}

/// For undex_free().
char* copy_of(const std::string& text) {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace

const char* undex_version(void) { return undex::kProgramVersion; }
int undex_abi(void) { return UNDEX_ABI; }
int undex_output_version(void) { return undex::kOutputVersion; }

undex_archive* undex_open(const char* folder, undex_error** error) {
  return guarded(error, [&] {
    require(folder, "folder");
    return new undex_archive{.one_at_a_time = {},
                             .current = undex::library::CurrentArchive(folder)};
  });
}

void undex_close(undex_archive* archive) { delete archive; }

char* undex_call(undex_archive* archive, const char* question, const char* json,
                 undex_error** error) {
  return guarded(error, [&]() -> char* {
    require(archive, "archive");
    require(question, "question");
    const std::scoped_lock lock(archive->one_at_a_time);
    const undex::answers::Answer answer =
        undex::answers::answer(archive->current.opened(), question, json == nullptr ? "" : json);
    if (!answer.json.empty()) return copy_of(answer.json);
    tell(error, {.kind = UNDEX_NOTHING, .text = answer.nothing, .hint = answer.hint});
    return nullptr;
  });
}

void undex_free(char* text) { std::free(text); }

int undex_error_kind(const undex_error* error) { return error == nullptr ? 0 : error->kind; }
const char* undex_error_text(const undex_error* error) {
  return error == nullptr ? "" : error->text.c_str();
}
const char* undex_error_hint(const undex_error* error) {
  return error == nullptr ? "" : error->hint.c_str();
}
long undex_error_offset(const undex_error* error) { return error == nullptr ? -1 : error->offset; }

void undex_error_free(undex_error* error) {
  if (error != &out_of_memory()) delete error;
}
