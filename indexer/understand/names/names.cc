#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "indexer/understand/names/definitions.h"
#include "indexer/understand/names/named_text.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

NameMark mark_of(const MarkSpan& span, const Name& name, std::string_view rule) {
  return {span, name.id, name.preferred, name.kind, std::string(rule)};
}

bool has_inside(const std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(at, word.size()) == word;
}

/// "the Garden portal (http://www.garden.org)": the address of what is named before it, not a name
/// of its own.
bool is_address_of(std::string_view text, const NameMatch& before, const NameMatch& match) {
  std::string_view between = text.substr(before.end, match.begin - before.end);
  for (const std::string_view scheme : {"http://", "https://"})
    if (between.ends_with(scheme)) between.remove_suffix(scheme.size());
  std::string_view after = text.substr(match.end);
  if (after.starts_with('/')) after.remove_prefix(1);
  return has_inside(text, match.begin, "www.") && between == " (" && after.starts_with(')');
}

/// The name that ends a longer one as its complement is meant as well: "Technical Subgroup of the
/// Ad Hoc Open-ended Working Group on Informatics". Only after "of": the Department for General
/// Assembly and Conference Management says nothing of the Assembly.
void add_complements(NamedText& text) {
  std::vector<NameMark> more;
  for (const NameMark& mark : text.names) {
    const std::string_view words =
        text.words.text().substr(mark.span.begin, mark.span.end - mark.span.begin);
    const std::size_t of = words.find(" of ");
    if (of == std::string_view::npos) continue;
    std::size_t begin = of + 4;
    if (has_inside(words, begin, "the ")) begin += 4;
    for (const NameMatch& match : find_names(words.substr(begin))) {
      if (match.begin != 0 || begin + match.end != words.size() || match.name->id == mark.id ||
          match.name->kind == Name::Kind::state)
        continue;
      more.push_back(mark_of(text.words.span_of_bytes(mark.span.begin + begin, mark.span.end),
                             *match.name, "authority"));
    }
  }
  add_names(text, std::move(more));
}

/// The short forms of the whole document.
class ShortForms {
 public:
  explicit ShortForms(const std::vector<Definition>& definitions) {
    for (const Definition& definition : definitions) {
      const std::string_view form = definition.short_form;
      first_words_.insert(form.substr(0, form.find_first_of("-/.& ")));
      by_form_[form].push_back(&definition);
    }
  }
  bool empty() const { return by_form_.empty(); }

  /// The definition in force for the short form that stands at the word, the longest: the last one
  /// before it, else the first of the document.
  const Definition* at(const WordText& text, std::size_t word) const {
    if (!first_words_.contains(text.printed(word))) return nullptr;
    const std::size_t begin = text.words()[word].begin;
    for (std::size_t last = std::min(word + 3, text.size()); last-- > word;) {
      const std::size_t end = text.words()[last].end;
      const auto found = by_form_.find(text.text().substr(begin, end - begin));
      if (found == by_form_.end()) continue;
      const MarkSpan here = text.span_of_bytes(begin, end);
      const auto after = std::upper_bound(
          found->second.begin(), found->second.end(), here,
          [](const MarkSpan& span, const Definition* row) { return span < row->span; });
      return after == found->second.begin() ? found->second.front() : *(after - 1);
    }
    return nullptr;
  }

 private:
  std::unordered_set<std::string_view> first_words_;
  std::unordered_map<std::string_view, std::vector<const Definition*>> by_form_;
};

/// What the definition says its short form names; nothing for a phrase that is no name.
std::optional<NameMark> named_by(const Definition& definition, const MarkSpan& span) {
  if (const Name* name = definition.id.empty() ? nullptr : find_name(definition.id))
    return mark_of(span, *name, "acronym");
  const auto kind = kind_of_long_form(definition.long_form);
  if (!kind) return std::nullopt;
  return NameMark{span, "", definition.long_form, *kind, "acronym"};
}

/// Uses of the short forms; a name of the authority file that is spelled like one gives way to it
/// ("ODS" in a text on ozone-depleting substances).
void apply(const ShortForms& forms, NamedText& text, RefusedMarks* refused) {
  std::vector<NameMark> more;
  std::vector<std::size_t> wrong;  // places in text.names
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const Definition* definition = forms.at(text.words, i);
    if (definition == nullptr) continue;
    const std::size_t begin = text.words.words()[i].begin;
    const MarkSpan span = text.words.span_of_bytes(begin, begin + definition->short_form.size());
    if (const NameMark* mark = name_over(text, begin)) {
      if (mark->span != span || mark->id == definition->id) continue;
      if (refused != nullptr)
        refused->push_back({span, "acronym", "stands here for " + definition->long_form});
      wrong.push_back(static_cast<std::size_t>(mark - text.names.data()));
    }
    if (auto mark = named_by(*definition, span)) more.push_back(std::move(*mark));
  }
  for (const std::size_t place : wrong) text.names[place].name.clear();
  std::erase_if(text.names, [](const NameMark& mark) { return mark.name.empty(); });
  add_names(text, std::move(more));
}

/// Acronyms of the authority file whose case matters, in lower case: "who".
const std::unordered_set<std::string>& lower_acronyms() {
  static const auto kAcronyms = [] {
    std::unordered_set<std::string> words;
    for (const Name& name : authority_names())
      for (std::string word : name.variants) {
        if (word.size() > 5 || !std::all_of(word.begin(), word.end(), is_upper)) continue;
        for (char& c : word) c = static_cast<char>(c - 'A' + 'a');
        words.insert(std::move(word));
      }
    return words;
  }();
  return kAcronyms;
}

/// For `explain`: names hidden by the longer one they stand in, and words that would be an acronym
/// with capitals.
void list_refused(const NamedText& text, RefusedMarks& refused) {
  for (const NameMark& mark : text.names) {
    const std::string_view words =
        text.words.text().substr(mark.span.begin, mark.span.end - mark.span.begin);
    const std::size_t begin = words.find(' ') + 1;
    if (begin == 0) continue;
    for (const NameMatch& match : find_names(words.substr(begin))) {
      const MarkSpan span = text.words.span_of_bytes(mark.span.begin + begin + match.begin,
                                                     mark.span.begin + begin + match.end);
      const NameMark* kept = name_over(
          text, span.begin,
          match.name->kind == Name::Kind::initiative ? NamesOf::initiatives : NamesOf::others);
      if (kept != nullptr && kept->span == span) continue;
      if (match.name->id != mark.id)
        refused.push_back({span, "authority", "hidden by the longer name " + mark.name});
    }
  }
  for (std::size_t i = 0; i < text.words.size(); ++i)
    if (lower_acronyms().contains(std::string(text.words.printed(i))))
      refused.push_back({text.words.span(i, i + 1), "authority", "an acronym needs its capitals"});
}

bool by_place(const NameMark& a, const NameMark& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end > b.span.end;
}

}  // namespace

void add_names(NamedText& text, std::vector<NameMark> more) {
  if (more.empty()) return;
  std::move(more.begin(), more.end(), std::back_inserter(text.names));
  std::stable_sort(text.names.begin(), text.names.end(), by_place);
  text.names.erase(std::unique(text.names.begin(), text.names.end(),
                               [](const NameMark& a, const NameMark& b) {
                                 return a.span == b.span && a.id == b.id && a.name == b.name;
                               }),
                   text.names.end());
}

const NameMark* name_over(const NamedText& text, std::size_t byte, NamesOf kind) {
  // The first mark that begins after the byte; marks are short, so those that reach it are few.
  auto mark = std::upper_bound(
      text.names.begin(), text.names.end(), byte,
      [](std::size_t place, const NameMark& name) { return place < name.span.begin; });
  for (int steps = 0; mark != text.names.begin() && steps < 6; ++steps) {
    --mark;
    const bool initiative = mark->kind == Name::Kind::initiative;
    if (mark->span.end > byte &&
        (kind == NamesOf::all || initiative == (kind == NamesOf::initiatives)))
      return &*mark;
  }
  return nullptr;
}

void mark_names(Document& document, RefusedMarks* refused) {
  std::vector<NamedText> texts;
  std::vector<Definition> definitions;
  for_each_text(
      document, Texts::running_and_cells, [&](const MarkSpan& whole, std::string_view text) {
        NamedText& named = texts.emplace_back(NamedText{WordText(whole, text), {}});
        const std::vector<NameMatch> matches = find_names(text);
        for (std::size_t i = 0; i < matches.size(); ++i) {
          const NameMatch& match = matches[i];
          if (i > 0 && is_address_of(text, matches[i - 1], match)) continue;
          named.names.push_back(
              mark_of(named.words.span_of_bytes(match.begin, match.end), *match.name, "authority"));
        }
        for (Definition& definition : find_definitions(named.words, matches, refused))
          definitions.push_back(std::move(definition));
      });
  const ShortForms forms(definitions);
  for (NamedText& text : texts) {
    if (!forms.empty()) apply(forms, text, refused);
    add_complements(text);
    if (refused != nullptr) list_refused(text, *refused);
  }
  mark_short_forms(document, texts, refused);
  mark_scattered_names(texts);
  mark_descriptions(document, texts, refused);
  for (NamedText& text : texts)
    std::move(text.names.begin(), text.names.end(), std::back_inserter(document.marks.names));
  document.marks.definitions = std::move(definitions);
}

}  // namespace undex
