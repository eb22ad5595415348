#include "indexer/index/index_document.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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

/// The different terms of a document's text, within bounds.
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
  /// False for a new term when there are too many.
  bool takes(const std::string& term) {
    if (!bounded_ || terms_.contains(term)) return true;
    if (terms_.size() == kMostTerms) return false;
    terms_.insert(term);
    return true;
  }

 private:
  bool bounded_ = false;
  std::unordered_set<std::string> terms_;
};

/// A text's terms, kept so that document and block both get them. Only words have places: phrases
/// are made of words as written, and each place costs as much as a posting.
struct Postings {
  struct Placed {
    std::string term;
    Xapian::termpos place;
    Xapian::termcount count = 1;
  };
  std::vector<Placed> words;
  std::vector<std::string> others;    ///< stems, concepts, symbols
  std::vector<std::string> wordings;  ///< for paragraphs that count, where they are counted
  std::size_t length = 0;             ///< in words
};

Postings postings(std::string_view text, std::string_view document_language,
                  const NamedSymbols& symbols, Vocabulary& vocabulary) {
  const std::string_view language = block_language(text, document_language);
  Postings out;
  Xapian::termpos before = 0;
  auto next = symbols.spans.begin();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = piece_end(text, from);
    SymbolSpans spans;
    for (; next != symbols.spans.end() && next->first < end; ++next)
      spans.emplace_back(next->first - from, next->second - from);
    Xapian::termpos last = 0;
    for (TextTerm& term : text_terms(text.substr(from, end - from), language, spans)) {
      last = static_cast<Xapian::termpos>(term.position);
      if (!vocabulary.takes(term.term)) continue;
      const bool is_word = term.kind == TextTerm::Kind::word;
      // "email" of "e-mail accounts" stands beside "accounts" too.
      if (is_word && term.width > 1)
        out.words.push_back(
            {term.term, before + last + static_cast<Xapian::termpos>(term.width) - 1, 0});
      if (is_word)
        out.words.push_back({std::move(term.term), before + last, 1});
      else if (term.kind == TextTerm::Kind::wording)
        out.wordings.push_back(std::move(term.term));
      else
        out.others.push_back(std::move(term.term));
    }
    before += last;
    from = end;
  }
  out.length = before;
  if (out.words.empty()) return out;
  for (const std::string& term : symbols.terms)
    if (vocabulary.takes(term)) out.others.push_back(term);
  return out;
}

/// Fills a Xapian document; terms without place are counted first, because each call into Xapian
/// walks its map of terms.
class Filler {
 public:
  explicit Filler(Xapian::Document& out) : out_(out) {}

  void add(const Postings& list, std::string_view prefix = {}) {
    Xapian::termpos last = before_;
    for (const Postings::Placed& word : list.words) {
      const Xapian::termpos place = before_ + word.place;
      last = std::max(last, place);
      if (prefix.empty())
        out_.add_posting(word.term, place, word.count);
      else
        out_.add_posting(bounded_term(std::string(prefix) + word.term), place, word.count);
    }
    for (const std::string& term : list.others)
      ++counts_[prefix.empty() ? term : bounded_term(std::string(prefix) + term)];
    before_ = last + kBetweenBlocks;
  }
  void start_anew() { before_ = 0; }
  void finish() {
    for (const auto& [term, count] : counts_) out_.add_term(term, count);
  }

 private:
  Xapian::Document& out_;
  Xapian::termpos before_ = 0;
  std::unordered_map<std::string, Xapian::termcount> counts_;
};

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

Xapian::Document paragraph_of(const Block& block, int number, std::string text,
                              const Postings& list, const Shared& shared, const std::string& key) {
  const std::string locator = block.locator.text();
  Xapian::Document out;
  Filler filler(out);
  filler.add(list);
  filler.finish();
  add_shared(shared, false, out);
  out.add_boolean_term(bounded_term(std::string(kLocatorPrefix) + locator));
  if (is_counted(block)) {
    out.add_boolean_term(std::string(kParagraphTerm));
    for (const std::string& term : list.wordings) out.add_boolean_term(term);
  }
  out.add_value(kSlotBlock, Xapian::sortable_serialise(number));
  out.set_data(write_card(ParagraphCard{.key = key,
                                        .locator = locator,
                                        .kind = std::string(name_of(block.kind)),
                                        .label = block.label,
                                        .text = std::move(text),
                                        .block = number}));
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

IndexDocument index_document(const Document& document, const std::string& key) {
  const Shared shared = shared_of(document, key);
  const std::string language = document.language();
  const DocumentCard card = card_of(document, key);
  Vocabulary vocabulary(document);
  std::vector<Marks> marks = marks_by_block(document);
  const Postings title = postings(document.masthead.normal(MastheadItem::title), language,
                                  symbols_of(document, nullptr, title_marks(document)), vocabulary);
  IndexDocument out;
  Filler filler(out.document);
  filler.add(title, kTitlePrefix);
  filler.start_anew();
  filler.add(title);
  std::size_t words = 0;
  std::vector<std::size_t> kept;  // the blocks that are paragraphs of the index
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    std::string text = indexed_text(document, block);
    const Postings list =
        postings(text, language, symbols_of(document, &block, marks[at]), vocabulary);
    if (list.words.empty()) continue;
    filler.add(list);
    words += list.length;
    out.paragraphs.push_back(
        paragraph_of(block, static_cast<int>(at), std::move(text), list, shared, key));
    kept.push_back(at);
  }
  cite_at_markers(document, marks);
  for (std::size_t i = 0; i < kept.size(); ++i)
    add_own_fields(document, marks[kept[i]], out.paragraphs[i]);
  filler.finish();
  add_shared(shared, true, out.document);
  add_bounds(document.marks, out.document);
  out.document.add_value(kSlotWords, Xapian::sortable_serialise(static_cast<double>(words)));
  out.document.set_data(write_card(card));
  return out;
}

}  // namespace undex
