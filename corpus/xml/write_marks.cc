#include <map>
#include <string>
#include <tuple>

#include "corpus/xml/form.h"
#include "corpus/xml/marks.h"
#include "corpus/xml/meta.h"

namespace undex {
namespace {

class MarksWriter {
 public:
  MarksWriter(XmlBuilder& xml, const Document& document) : xml_(xml), document_(document) {}

  void write() {
    const Marks& marks = document_.marks;
    xml_.open("u:marks");
    xml_.attribute("rules", marks.rules);
    write_names();
    for (const Reference& mark : marks.references) write_reference(mark);
    for (const FigureMark& mark : marks.figures) write_figure(mark);
    for (const NameMark& mark : marks.names) write_name(mark);
    for (const StatusMark& mark : marks.statuses) {
      begin("u:status", mark.span);
      attribute("id", mark.id);
      attribute("status", name_of(mark.status));
      xml_.close();
    }
    for (const DateMark& mark : marks.dates) {
      begin("u:date", mark.span);
      attribute("iso", mark.iso);
      xml_.close();
    }
    for (const QuoteMark& mark : marks.quotes) {
      begin("u:quote", mark.span);
      if (mark.reference != -1) xml_.attribute("reference", mark.reference);
      xml_.close();
    }
    for (const Definition& mark : marks.definitions) {
      begin("u:definition", mark.span);
      attribute("short", mark.short_form);
      attribute("long", mark.long_form);
      attribute("id", mark.id);
      xml_.close();
    }
    xml_.close();
  }

 private:
  using NameKey = std::tuple<std::string, Name::Kind, std::string>;
  using TextKey = std::tuple<int, int, int>;

  void attribute(std::string_view name, std::string_view value) {
    if (!value.empty()) xml_.attribute(name, value);
  }

  /// "12 3 18": block, begin, end; "12 0 2 3 18" with row and column of its table; the title is
  /// block -1, the reference -2.
  void begin(std::string_view element, const MarkSpan& span) {
    const TextKey key{span.block, span.row, span.column};
    auto place = offsets_.find(key);
    if (place == offsets_.end())
      place = offsets_.emplace(key, WrittenOffsets(text_of(document_, span))).first;
    std::string at = std::to_string(span.block) + " ";
    if (span.row != -1 || span.column != -1)
      at += std::to_string(span.row) + " " + std::to_string(span.column) + " ";
    xml_.open(element);
    xml_.attribute("at", at + std::to_string(place->second(span.begin)) + " " +
                             std::to_string(place->second(span.end)));
  }

  /// Each name once, in the order of first mention.
  void write_names() {
    for (const NameMark& mark : document_.marks.names) {
      const bool is_new =
          names_.emplace(NameKey{mark.id, mark.kind, mark.name}, names_.size()).second;
      if (!is_new) continue;
      xml_.open("u:named");
      attribute("id", mark.id);
      attribute("kind", name_of(mark.kind));
      attribute("name", mark.name);
      xml_.close();
    }
  }

  void write_name(const NameMark& mark) {
    begin("u:name", mark.span);
    xml_.attribute("named", static_cast<long long>(names_.at({mark.id, mark.kind, mark.name})));
    attribute("rule", mark.rule);
    xml_.close();
  }

  void write_reference(const Reference& mark) {
    begin("u:reference", mark.span);
    attribute("kind", name_of(mark.kind));
    if (mark.relation != Relation::cites) attribute("relation", name_of(mark.relation));
    attribute("cited", join_words(mark.cited.parts));
    attribute("reissue", mark.reissue);
    attribute("dated", mark.dated);
    attribute("target", mark.target);
    attribute("rule", mark.rule);
    for (const Locator& pinpoint : mark.pinpoints) {
      xml_.open("u:pinpoint");
      write_locator(xml_, pinpoint, "");
      xml_.close();
    }
    xml_.close();
  }

  void write_figure(const FigureMark& mark) {
    const Figure& figure = mark.figure;
    begin("u:figure", mark.span);
    attribute("value", figure.value);
    attribute("upper", figure.upper);
    attribute("unit", figure.unit);
    if (figure.qualifier != Qualifier::exact) attribute("qualifier", name_of(figure.qualifier));
    if (figure.period.kind != Period::Kind::unstated)
      attribute("periodKind", name_of(figure.period.kind));
    attribute("period", figure.period.iso);
    attribute("periodPrinted", figure.period.printed);
    attribute("measure", figure.measure);
    attribute("rule", mark.rule);
    xml_.close();
  }

  XmlBuilder& xml_;
  const Document& document_;
  std::map<NameKey, std::size_t> names_;
  std::map<TextKey, WrittenOffsets> offsets_;
};

}  // namespace

void write_marks(XmlBuilder& xml, const Document& document) {
  if (document.marks != Marks()) MarksWriter(xml, document).write();
}

}  // namespace undex
