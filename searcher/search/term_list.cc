#include "searcher/search/term_list.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "schemas/fields.h"

namespace undex {

bool lists_terms(std::string_view name) {
  if (name.empty()) return true;
  const Field* field = find_field(name);
  if (field == nullptr) return false;
  return field->kind == FieldKind::text || field->kind == FieldKind::date ||
         field->kind == FieldKind::symbol;
}

namespace search {
namespace {

/// Where the terms of a field stand, and what begins there too.
struct Range {
  std::string prefix;
  bool of_words = false;  ///< a capital behind the prefix begins another one
};

Range range_of(const Field* field) {
  if (field == nullptr) return {{}, true};
  if (field->kind == FieldKind::text) return {std::string(field->prefix), true};
  return {std::string(field->prefix) + ":", false};
}

/// Over the terms of a range, one after the other.
class Walk {
 public:
  Walk(const query::Database& documents, Range range)
      : range_(std::move(range)), at_(documents, range_.prefix) {
    settle();
  }
  bool is_done() const { return at_.is_done(); }
  const std::string& term() const { return at_.term(); }
  std::string value() const { return term().substr(range_.prefix.size()); }
  void next() {
    at_.next();
    settle();
  }
  void skip_to(const std::string& term) {
    at_.skip_to(term);
    settle();
  }

 private:
  void settle() {
    while (!at_.is_done()) {
      const bool is_word =
          term().size() > range_.prefix.size() && !is_upper(term()[range_.prefix.size()]);
      if (!range_.of_words || is_word) return;
      if (term().size() == range_.prefix.size())
        at_.next();
      else
        at_.skip_to(range_.prefix + static_cast<char>('Z' + 1));
    }
  }

  Range range_;
  query::TermWalk at_;
};

/// The last terms before `from`, where the walk then stands.
std::vector<std::string> before(Walk& walk, const std::string& from, std::size_t most) {
  std::deque<std::string> last;
  if (most == 0 && !walk.is_done() && walk.term() < from) walk.skip_to(from);
  for (; !walk.is_done() && walk.term() < from; walk.next()) {
    last.push_back(walk.value());
    if (last.size() > most) last.pop_front();
  }
  return {std::make_move_iterator(last.begin()), std::make_move_iterator(last.end())};
}

}  // namespace

TermList list_terms(const Index& index, const TermRequest& request) {
  const Range range = range_of(find_field(request.field));
  const std::string from = range.prefix + (range.of_words ? fold(request.from) : request.from);
  Walk walk(index.databases.documents, range);
  const std::string first = walk.is_done() ? std::string() : walk.value();
  TermList list{.values = before(walk, from, request.before)};
  list.before = list.values.size();
  list.has_from = !walk.is_done() && walk.term() == from;
  for (; !walk.is_done() && list.values.size() < list.before + request.limit; walk.next())
    list.values.push_back(walk.value());
  list.begins = !list.values.empty() && list.values.front() == first;
  list.ends = walk.is_done();
  return list;
}

}  // namespace search
}  // namespace undex
