#include "searcher/query/near.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "searcher/query/scan.h"
#include "undex/search.h"

namespace undex::query {
namespace {

/// The operators of distance, and how far they go when no number says it.
struct DistanceRow {
  std::string_view name;
  bool ordered;
  std::size_t distance;
};
constexpr DistanceRow kDistances[] = {{"NEAR", false, 10}, {"ADJ", true, 0}};

const DistanceRow& row_of(std::string_view name) {
  return *std::find_if(std::begin(kDistances), std::end(kDistances),
                       [&](const DistanceRow& row) { return row.name == name; });
}

/// The first node that has no place among words; nullptr when all have.
const Node* without_place(const Node& node) {
  if (const OrNode* any = std::get_if<OrNode>(&node.value)) {
    for (const Node& part : any->parts)
      if (const Node* found = without_place(part)) return found;
    return nullptr;
  }
  const bool word = std::holds_alternative<Words>(node.value) ||
                    std::holds_alternative<WildcardNode>(node.value) ||
                    std::holds_alternative<FuzzyNode>(node.value);
  return word ? nullptr : &node;
}

}  // namespace

bool NearChain::read_sign() {
  const std::size_t before = at_.at();
  at_.skip_blanks();
  const std::string_view name = distance_operator(at_.query(), at_.at());
  if (name.empty()) {
    at_.move_to(before);
    return false;
  }
  const std::string last = std::exchange(name_, std::string(name));
  place_ = at_.at();
  const std::size_t distance = read_distance();
  if (!parts_.empty() && (last != name_ || distance != distance_))
    at_.fail("one chain has one operator and one distance",
             "ask for the pairs apart, joined by AND, or use para(...)", place_);
  distance_ = distance;
  at_.skip_blanks();
  return true;
}

/// "a NEAR 5 b", "a NEAR /5 b" and "a NEAR / 5 b" would look for the number.
void NearChain::refuse_number_apart() const {
  at_.skip_blanks();
  const std::size_t place = at_.at();
  std::string word = at_.word();
  if (word == "/") {
    at_.skip_blanks();
    word = at_.word();
  }
  if (word.starts_with('/')) word.erase(0, 1);
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_digit))
    at_.fail("the distance stands right behind '" + name_ + "'",
             "write " + name_ + "/" + word + ", or the number in quotes to search for it", place);
}

std::size_t NearChain::read_distance() const {
  at_.move_to(place_ + name_.size());
  if (at_.peek() != '/') {
    const std::size_t end = at_.at();
    at_.skip_blanks();
    refuse_number_apart();
    at_.move_to(end);
    return row_of(name_).distance;
  }
  at_.move_to(at_.at() + 1);
  const std::size_t number = at_.at();
  if (is_blank(at_.peek())) refuse_number_apart();
  at_.move_to(number);
  const std::string digits = at_.word();
  const bool plain =
      !digits.empty() && digits.size() <= 2 && std::all_of(digits.begin(), digits.end(), is_digit);
  const std::size_t distance = plain ? std::stoul(digits) : 0;
  if (distance == 0 || distance > kMaxNearWords)
    at_.fail("the distance of '" + name_ + "' is a number from 1 to 50",
             "write it as in a " + name_ + "/5 b", number);
  return distance;
}

void NearChain::add(Node part) {
  if (const Node* wrong = without_place(part))
    at_.fail("only words and phrases, and OR of them, stand beside '" + name_ + "'",
             "ask for the pairs apart, joined by AND, or use para(...)", wrong->begin);
  parts_.push_back(std::move(part));
}

void NearChain::refuse_not() const {
  at_.fail("what stands beside '" + name_ + "' cannot be left out",
           "write the NOT behind it, as in (a NEAR/5 b) NOT c", at_.at());
}

Node NearChain::close(Node part, std::size_t begin) {
  if (parts_.empty()) return part;
  add(std::move(part));
  NearNode near{.parts = std::move(parts_),
                .distance = distance_,
                .ordered = row_of(name_).ordered,
                .unit = NearNode::Unit::word};
  return {.value = std::move(near), .begin = begin, .end = at_.at()};
}

}  // namespace undex::query
