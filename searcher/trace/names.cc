// Names as documents print them, and what is said of how they changed.
#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "corpus/symbol/letters.h"
#include "corpus/text.h"
#include "searcher/trace/parts.h"

namespace undex::tracing {
namespace {

/// Byte for byte, so that a place in it is one in the text: "E-mail services" -> "e mail services".
std::string key_of(std::string_view words) {
  std::string key(words);
  for (char& c : key) c = c == '-' ? ' ' : lower(c);
  return key;
}

/// Where the words stand in the text, as words; npos if they do not.
std::size_t find_words(std::string_view text, std::string_view words) {
  const auto ends_word = [&](std::size_t at) {
    return at >= text.size() || !(is_letter(text[at]) || is_digit(text[at]));
  };
  for (std::size_t at = 0; (at = text.find(words, at)) != std::string_view::npos; ++at)
    if ((at == 0 || ends_word(at - 1)) && ends_word(at + words.size())) return at;
  return std::string_view::npos;
}

/// The spelling of the authority file that the printed words hold: the shortest, where several.
TextSpan spelling_in(const Name& name, const std::string& printed) {
  const std::string key = key_of(printed);
  TextSpan found{0, printed.size()};
  const auto look_for = [&](const std::string& spelling) {
    const std::size_t at = find_words(key, key_of(spelling));
    if (at != std::string::npos && spelling.size() < found.end - found.begin)
      found = {at, at + spelling.size()};
  };
  look_for(name.preferred);
  for (const std::string& variant : name.variants) look_for(variant);
  return found;
}

using Counts = std::map<std::string, std::size_t>;

const std::string& most_frequent(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Blocks of one place are one paragraph.
struct PlacedParagraph {
  const SpokenParagraph* paragraph = nullptr;
  std::size_t order = 0;
};

/// The mentions of one name in one spelling.
struct Group {
  std::string id;
  Counts spellings, forms;
  std::size_t mentions = 0;
  std::map<std::size_t, const SpokenParagraph*> paragraphs;  ///< by their order in the trace

  void add(const PlacedParagraph& paragraph, const std::string& spelling, const std::string& form) {
    paragraphs.emplace(paragraph.order, paragraph.paragraph);
    if (!spelling.empty()) ++spellings[spelling];
    ++forms[form];
    ++mentions;
  }
};

class Groups {
 public:
  void add(const PlacedParagraph& paragraph) {
    for (const Mention& mention : paragraph.paragraph->mentions) {
      if (mention.words.empty()) continue;
      if (mention.id.empty())
        group("", key_of(mention.words)).add(paragraph, mention.words, mention.words);
      else if (!mention.described)
        add_printed(paragraph, mention);
      else
        described_.emplace_back(paragraph, &mention);
    }
  }

  /// "The Division" stands for the name that is printed most often.
  std::vector<TraceName> take() {
    for (const auto& [paragraph, mention] : described_)
      most_printed(mention->id).add(paragraph, "", mention->words);
    std::vector<const Group*> by_first;
    for (const auto& [key, one] : groups_) by_first.push_back(&one);
    std::stable_sort(by_first.begin(), by_first.end(), [](const Group* a, const Group* b) {
      return a->paragraphs.begin()->first < b->paragraphs.begin()->first;
    });
    std::vector<TraceName> names;
    for (const Group* one : by_first) names.push_back(name_of_group(*one));
    return names;
  }

 private:
  Group& group(const std::string& id, const std::string& key) {
    Group& out = groups_[{id, key}];
    out.id = id;
    return out;
  }

  void add_printed(const PlacedParagraph& paragraph, const Mention& mention) {
    const Name* name = find_name(mention.id);
    const TextSpan at = name ? spelling_in(*name, mention.words) : TextSpan{0, 0};
    const std::string spelling = mention.words.substr(at.begin, at.end - at.begin);
    group(mention.id, key_of(spelling)).add(paragraph, spelling, mention.words);
  }

  Group& most_printed(const std::string& id) {
    Group* most = nullptr;
    for (auto& [key, one] : groups_)
      if (key.first == id && (!most || one.mentions > most->mentions)) most = &one;
    return most ? *most : group(id, "");
  }

  TraceName name_of_group(const Group& one) const {
    TraceName out{.id = one.id,
                  .name = most_frequent(one.spellings.empty() ? one.forms : one.spellings),
                  .forms = {},
                  .mentions = one.mentions,
                  .paragraphs = one.paragraphs.size(),
                  .first = one.paragraphs.begin()->second->place,
                  .last = one.paragraphs.rbegin()->second->place,
                  .evidence = {}};
    for (const auto& [words, mentions] : one.forms) out.forms.push_back({words, mentions});
    std::stable_sort(out.forms.begin(), out.forms.end(),
                     [](const auto& a, const auto& b) { return a.mentions > b.mentions; });
    if (const Name* name = find_name(one.id)) out.evidence = name->evidence;
    return out;
  }

  std::map<std::pair<std::string, std::string>, Group> groups_;  ///< by id and spelling
  std::vector<std::pair<PlacedParagraph, const Mention*>> described_;
};

}  // namespace

std::vector<TraceName> names_of(const Spoken& spoken) {
  Groups groups;
  std::size_t order = 0;
  for (const SpokenDocument& document : spoken.documents)
    for (const SpokenParagraph& paragraph : document.paragraphs)
      groups.add({&paragraph, paragraph.goes_on ? order : ++order});
  return groups.take();
}

std::vector<TraceChange> changes_of(const std::vector<const Name*>& names, const Archive& archive) {
  std::vector<TraceChange> changes;
  for (const NameChange& change : changes_among(names))
    changes.push_back({.from = change.from_name.empty() ? change.from->preferred : change.from_name,
                       .to = change.to_name.empty() ? change.to->preferred : change.to_name,
                       .kind = std::string(name_of(change.kind)),
                       .when = change.when,
                       .document = change.document,
                       .paragraph = change.paragraph,
                       .held = !archive.find(change.document).empty()});
  return changes;
}

}  // namespace undex::tracing
