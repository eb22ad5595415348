#include "indexer/index/index_document.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/pieces.h"
#include "indexer/index/paragraph_marks.h"
#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"

namespace undex {
namespace {

constexpr Xapian::termpos kBetweenBlocks = 100;
/// The longest reports have some 30,000 different words. What has more, in megabytes, is no
/// language, and each of its words would cost a kilobyte of memory.
constexpr std::size_t kMostTerms = 120'000;
constexpr std::size_t kNoDoubtBytes = 1 << 20;

/// All that a document and each of its blocks share, and what the document alone has.
struct Shared {
  // What a paragraph names is its own; the names of the whole document would say nothing of it.
  std::vector<std::string> terms, own_terms;
  std::vector<std::pair<Xapian::valueno, std::string>> slots, own_slots;
};

std::string sortable(const std::string& number) {
  const bool digits =
      !number.empty() && number.size() < 16 &&
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? Xapian::sortable_serialise(std::stod(number)) : std::string();
}

void add_slots(const Field& field, const std::vector<FieldValue>& values, Shared& shared) {
  if (field.slot == kNoSlot || values.empty()) return;
  const std::string& first = values.front().value;
  switch (field.kind) {
    case FieldKind::text:
    case FieldKind::exact:
    case FieldKind::symbol:
      break;
    case FieldKind::number:
      shared.slots.emplace_back(field.slot, sortable(first));
      break;
    case FieldKind::year:
      shared.own_slots.emplace_back(field.slot, sortable(first));
      break;
    case FieldKind::date:
      shared.slots.emplace_back(field.slot, first);
      return;
  }
  shared.own_slots.emplace_back(facet_slot(field), write_values(values));
}

/// All of a joint symbol, "A E"; what is of no series is one by its name.
std::string series_key(const Document& document) {
  std::string out;
  for (const FieldValue& value : find_field("series")->read(document))
    out += (out.empty() ? "" : " ") + value.value;
  return out.empty() ? document.name() : out;
}

Shared shared_of(const Document& document, const std::string& key) {
  Shared shared;
  shared.terms.push_back(bounded_term(std::string(kKeyPrefix) + key));
  for (const Field& field : fields()) {
    const std::vector<FieldValue> values = field.read(document);
    std::vector<std::string>& terms = field.read_marks ? shared.own_terms : shared.terms;
    for (const FieldValue& value : values)
      for (std::string& term : field_terms(field, value)) terms.push_back(std::move(term));
    add_slots(field, values, shared);
  }
  shared.slots.emplace_back(kSlotSymbolOrder, natural_sort_key(document.name()));
  shared.slots.emplace_back(kSlotDateOrder, document.masthead.normal(MastheadItem::date));
  shared.slots.emplace_back(kSlotSeries, series_key(document));
  shared.slots.emplace_back(kSlotKey, key);
  return shared;
}

void add_shared(const Shared& shared, bool is_document, Xapian::Document& out) {
  for (const std::string& term : shared.terms) out.add_boolean_term(term);
  for (const auto& [slot, value] : shared.slots)
    if (!value.empty()) out.add_value(slot, value);
  if (!is_document) return;
  for (const std::string& term : shared.own_terms) out.add_boolean_term(term);
  for (const auto& [slot, value] : shared.own_slots)
    if (!value.empty()) out.add_value(slot, value);
}

/// Where a document has a term of its text.
struct Uses {
  std::vector<std::pair<Xapian::termpos, Xapian::termcount>> places;  ///< each with its count
  Xapian::termcount without_place = 0;
};
using Term = std::unordered_map<std::string, Uses>::value_type;

/// The different terms of a document's text, within bounds: each once for all blocks, and with what
/// the document has of it.
class Vocabulary {
 public:
  explicit Vocabulary(const Document& document) {
    std::size_t bytes = 0;
    for (const Block& block : document.blocks) bytes += block.text.size();
    for (const Table& table : document.tables)
      for (const std::vector<std::string>& row : table.rows)
        for (const std::string& cell : row) bytes += cell.size();
    bounded_ = bytes > kNoDoubtBytes;
  }
  /// Nothing for a new term when there are too many. A term stays where it is.
  Term* find(std::string&& text) {
    if (!bounded_ || terms_.size() < kMostTerms) return &*terms_.try_emplace(std::move(text)).first;
    const auto known = terms_.find(text);
    return known == terms_.end() ? nullptr : &*known;
  }
  /// In byte order.
  std::vector<const Term*> in_order() const {
    std::vector<const Term*> list;
    list.reserve(terms_.size());
    for (const Term& term : terms_) list.push_back(&term);
    std::sort(list.begin(), list.end(),
              [](const Term* a, const Term* b) { return a->first < b->first; });
    return list;
  }

 private:
  bool bounded_ = false;
  std::unordered_map<std::string, Uses> terms_;
};

/// A text's terms, kept so that document and block both get them. Only words have places: phrases
/// are made of words as written, and each place costs as much as a posting.
struct Postings {
  struct Placed {
    Term* term;
    Xapian::termpos place;
    Xapian::termcount count;
  };
  std::vector<Placed> words;
  std::vector<Term*> others;          ///< stems, concepts, symbols
  std::vector<std::string> wordings;  ///< for paragraphs that count, where they are counted
  std::size_t length = 0;             ///< in words
};

void add_terms(std::vector<TextTerm>&& terms, Xapian::termpos before, Vocabulary& vocabulary,
               Postings& out) {
  for (TextTerm& term : terms) {
    if (term.kind == TextTerm::Kind::wording) {
      out.wordings.push_back(std::move(term.term));
      continue;
    }
    Term* const known = vocabulary.find(std::move(term.term));
    if (!known) continue;
    if (term.kind != TextTerm::Kind::word) {
      out.others.push_back(known);
      continue;
    }
    const auto place = before + static_cast<Xapian::termpos>(term.position);
    // "email" of "e-mail accounts" stands beside "accounts" too.
    if (term.width > 1)
      out.words.push_back({known, place + static_cast<Xapian::termpos>(term.width) - 1, 0});
    out.words.push_back({known, place, 1});
  }
}

Postings postings(std::string_view text, std::string_view document_language, NamedSymbols symbols,
                  Vocabulary& vocabulary) {
  const std::string_view language = block_language(text, document_language);
  Postings out;
  Xapian::termpos before = 0;
  auto next = symbols.spans.begin();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = piece_end(text, from);
    SymbolSpans spans;
    for (; next != symbols.spans.end() && next->first < end; ++next)
      spans.emplace_back(next->first - from, next->second - from);
    std::vector<TextTerm> terms = text_terms(text.substr(from, end - from), language, spans);
    const std::size_t last = terms.empty() ? 0 : terms.back().position;
    add_terms(std::move(terms), before, vocabulary, out);
    before += static_cast<Xapian::termpos>(last);
    from = end;
  }
  out.length = before;
  if (out.words.empty()) return out;
  for (std::string& term : symbols.terms)
    if (Term* const known = vocabulary.find(std::move(term))) out.others.push_back(known);
  return out;
}

/// The terms of a block or title by themselves.
void add_to(Xapian::Document& out, const Postings& list, std::string_view prefix = {}) {
  const auto named = [&](const Term& term) {
    return prefix.empty() ? term.first : bounded_term(std::string(prefix) + term.first);
  };
  for (const Postings::Placed& word : list.words)
    out.add_posting(named(*word.term), word.place, word.count);
  for (const Term* term : list.others) out.add_term(named(*term));
}

/// Puts the blocks of a document one behind the other.
class Text {
 public:
  void add(const Postings& list) {
    Xapian::termpos last = before_;
    for (const Postings::Placed& word : list.words) {
      word.term->second.places.emplace_back(before_ + word.place, word.count);
      last = std::max(last, before_ + word.place);
    }
    for (Term* term : list.others) ++term->second.without_place;
    before_ = last + kBetweenBlocks;
    words_ += list.length;
  }
  std::size_t words() const { return words_; }

 private:
  Xapian::termpos before_ = 0;
  std::size_t words_ = 0;
};

/// All that was gathered, in the order of Xapian's map, each call into which walks it.
void add_to(Xapian::Document& out, const Vocabulary& vocabulary) {
  for (const Term* term : vocabulary.in_order()) {
    for (const auto& [place, count] : term->second.places)
      out.add_posting(term->first, place, count);
    if (const auto count = term->second.without_place; count > 0) out.add_term(term->first, count);
  }
}

DocumentCard card_of(const Document& document, const std::string& key) {
  const Masthead& masthead = document.masthead;
  DocumentCard card;
  card.key = key;
  card.name = document.name();
  card.type = masthead.normal(MastheadItem::document_type);
  card.title = masthead.normal(MastheadItem::title);
  if (card.title.empty()) card.title = card.type;
  if (const Value* date = masthead.find(MastheadItem::date)) {
    card.date = date->normal;
    card.date_flag = date->flag;
    card.date_printed = date->printed;
  }
  card.organ = masthead.normal(MastheadItem::organ);
  card.session = masthead.normal(MastheadItem::session);
  card.agenda_item = masthead.normal(MastheadItem::agenda_item);
  card.language = document.language();
  card.abridged = masthead.normal(MastheadItem::abridged) == "true";
  card.record = masthead.normal(MastheadItem::record) == "true";
  card.paragraphs = static_cast<std::size_t>(
      std::count_if(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return block.kind == BlockKind::paragraph; }));
  return card;
}

/// Whether a reader would call it a paragraph, or a note or table.
bool is_counted(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading:
    case BlockKind::annex_title:
    case BlockKind::formula:
    case BlockKind::furniture:
      return false;
    case BlockKind::paragraph:
    case BlockKind::subparagraph:
    case BlockKind::preambular:
    case BlockKind::unnumbered:
    case BlockKind::quotation:
    case BlockKind::continuation:
    case BlockKind::table:
    case BlockKind::footnote:
      return block.locator.part != "masthead";
  }
  return false;
}

IndexParagraph paragraph_of(const Block& block, int number, std::string text, const Postings& list,
                            const Shared& shared, const std::string& key) {
  IndexParagraph out{.document = {},
                     .card = {.key = key,
                              .locator = block.locator.text(),
                              .kind = std::string(name_of(block.kind)),
                              .label = block.label,
                              .text = std::move(text),
                              .block = number},
                     .counts = is_counted(block)};
  add_to(out.document, list);
  add_shared(shared, false, out.document);
  out.document.add_boolean_term(bounded_term(std::string(kLocatorPrefix) + out.card.locator));
  if (out.counts) {
    out.document.add_boolean_term(std::string(kParagraphTerm));
    for (const std::string& term : list.wordings) out.document.add_boolean_term(term);
  }
  out.document.add_value(kSlotBlock, Xapian::sortable_serialise(number));
  return out;
}

}  // namespace

std::string indexed_text(const Document& document, const Block& block) {
  if (block.kind == BlockKind::furniture) return {};
  const auto number = static_cast<std::size_t>(block.table);
  if (block.table < 0 || number >= document.tables.size()) return block.text;
  const Table& table = document.tables[number];
  std::string text = block.text.empty() ? table.title : block.text;
  // A tab keeps the numbers of neighbouring cells apart: "933" and "345" are not 933,345.
  for (const std::vector<std::string>& row : table.rows) {
    if (!text.empty()) text += '\n';
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      if (cell > 0) text += '\t';
      text += row[cell];
    }
  }
  return text;
}

std::size_t text_bytes(const IndexDocument& document) {
  std::size_t bytes = 0;
  for (const IndexParagraph& paragraph : document.paragraphs) bytes += paragraph.card.text.size();
  return bytes;
}

IndexDocument index_document(const Document& document, const std::string& key) {
  const Shared shared = shared_of(document, key);
  const std::string language = document.language();
  const DocumentCard card = card_of(document, key);
  Vocabulary vocabulary(document);
  std::vector<Marks> marks = marks_by_block(document);
  const Postings title = postings(document.masthead.normal(MastheadItem::title), language,
                                  symbols_of(document, nullptr, title_marks(document)), vocabulary);
  IndexDocument out;
  out.language = language;
  add_to(out.document, title, kTitlePrefix);
  Text whole;
  whole.add(title);
  std::vector<std::size_t> kept;  // the blocks that are paragraphs of the index
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    std::string text = indexed_text(document, block);
    const Postings list =
        postings(text, language, symbols_of(document, &block, marks[at]), vocabulary);
    if (list.words.empty()) continue;
    whole.add(list);
    out.paragraphs.push_back(
        paragraph_of(block, static_cast<int>(at), std::move(text), list, shared, key));
    kept.push_back(at);
  }
  cite_at_markers(document, marks);
  for (std::size_t i = 0; i < kept.size(); ++i)
    add_own_fields(document, marks[kept[i]], out.paragraphs[i].document);
  add_to(out.document, vocabulary);
  add_shared(shared, true, out.document);
  add_bounds(document.marks, out.document);
  out.document.add_value(
      kSlotWords, Xapian::sortable_serialise(static_cast<double>(whole.words() - title.length)));
  out.document.set_data(write_card(card));
  return out;
}

}  // namespace undex
