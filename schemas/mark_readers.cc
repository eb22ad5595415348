// Fields whose values stand in the text: read from the marks of a paragraph, or of all of them.
#include <string>
#include <unordered_set>
#include <utility>

#include "corpus/authority.h"
#include "corpus/states.h"
#include "schemas/field_readers.h"
#include "undex/symbol.h"

namespace undex {
namespace {

/// More different numbers in one document are data, not a report.
constexpr std::size_t kMostValues = 20'000;

/// Values in order, each once.
class Values {
 public:
  void add(const std::string& value) {
    if (value.empty() || values_.size() == kMostValues || !seen_.insert(value).second) return;
    values_.push_back({.value = value, .label = {}, .doubtful = false});
  }
  std::vector<FieldValue> take() { return std::move(values_); }

 private:
  std::vector<FieldValue> values_;
  std::unordered_set<std::string> seen_;
};

/// Preferred names of the kinds `wanted` takes.
template <typename Wanted>
std::vector<FieldValue> names_in(const Marks& marks, const Wanted& wanted) {
  Values values;
  for (const NameMark& mark : marks.names)
    if (wanted(mark.kind)) values.add(mark.name);
  return values.take();
}

}  // namespace

bool is_citation(const Document& document, const Reference& reference) {
  switch (reference.kind) {
    case ReferenceKind::explicit_:
    case ReferenceKind::anaphoric:
    case ReferenceKind::implicit:
    case ReferenceKind::quotation:
      return !reference.cited.parts.empty() && !reference.cited.names(document.symbol);
    case ReferenceKind::internal:
    case ReferenceKind::internal_vague:
    case ReferenceKind::generic:
    case ReferenceKind::url:
      return false;
  }
  return false;
}

bool cites_symbol(const Reference& reference, const Symbol& cited) {
  return reference.cited.names(cited) || whole_symbol(reference.cited).names(cited);
}

std::vector<FieldValue> cited_in(const Document& document, const Marks& marks) {
  Values values;
  for (const Reference& reference : marks.references) {
    if (!is_citation(document, reference)) continue;
    // Who cites a section of the budget, A/57/6(Sect.27D), cites the budget.
    for (const Symbol& cited : {reference.cited, whole_symbol(reference.cited)})
      for (const std::string& part : cited.parts) values.add(part);
  }
  return values.take();
}

std::vector<FieldValue> initiatives_in(const Document&, const Marks& marks) {
  return names_in(marks, [](Name::Kind kind) { return kind == Name::Kind::initiative; });
}

std::vector<FieldValue> entities_in(const Document&, const Marks& marks) {
  return names_in(marks, [](Name::Kind kind) {
    return kind == Name::Kind::office || kind == Name::Kind::body ||
           kind == Name::Kind::organization;
  });
}

std::vector<FieldValue> states_in(const Document&, const Marks& marks) {
  return names_in(marks, [](Name::Kind kind) { return kind == Name::Kind::state; });
}

std::vector<FieldValue> regions_in(const Document& document, const Marks& marks) {
  Values values;
  for (const Value* sender : document.masthead.all(MastheadItem::submitter))
    values.add(std::string(region_of(sender->normal)));
  for (const NameMark& mark : marks.names)
    if (mark.kind == Name::Kind::state) values.add(std::string(region_of(mark.id)));
  return values.take();
}

std::vector<FieldValue> activities_in(const Document&, const Marks& marks) {
  Values values;
  for (const NameMark& mark : marks.names)
    if (const Name* name = find_name(mark.id)) values.add(std::string(name_of(name->initiative)));
  return values.take();
}

std::vector<FieldValue> figures_in(const Document&, const Marks& marks) {
  Values values;
  for (const FigureMark& mark : marks.figures) {
    values.add(mark.figure.value);
    values.add(mark.figure.upper);
  }
  return values.take();
}

std::vector<FieldValue> cited_of(const Document& document) {
  return cited_in(document, document.marks);
}
std::vector<FieldValue> initiatives_of(const Document& document) {
  return initiatives_in(document, document.marks);
}
std::vector<FieldValue> entities_of(const Document& document) {
  return entities_in(document, document.marks);
}
std::vector<FieldValue> states_of(const Document& document) {
  return states_in(document, document.marks);
}
std::vector<FieldValue> regions_of(const Document& document) {
  return regions_in(document, document.marks);
}
std::vector<FieldValue> activities_of(const Document& document) {
  return activities_in(document, document.marks);
}
std::vector<FieldValue> figures_of(const Document& document) {
  return figures_in(document, document.marks);
}

}  // namespace undex
