#include "indexer/index/index_document.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"

namespace undex {
namespace {

constexpr Xapian::termpos kBetweenBlocks = 100;
/// Text is turned into terms piece by piece: a hostile block of megabytes must not hold all its
/// terms in memory at once.
constexpr std::size_t kPieceBytes = 64 * 1024;

/// All that a document and each of its blocks share.
struct Shared {
  std::vector<std::string> terms;
  std::vector<std::pair<Xapian::valueno, std::string>> slots;
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
    case FieldKind::year:
      shared.slots.emplace_back(field.slot, sortable(first));
      break;
    case FieldKind::date:
      shared.slots.emplace_back(field.slot, first);
      return;
  }
  shared.slots.emplace_back(facet_slot(field), write_values(values));
}

Shared shared_of(const Document& document, const std::string& key) {
  Shared shared;
  shared.terms.push_back(bounded_term(std::string(kKeyPrefix) + key));
  shared.terms.emplace_back(kAllTerm);
  for (const Field& field : fields()) {
    const std::vector<FieldValue> values = field.read(document);
    for (const FieldValue& value : values)
      for (std::string& term : field_terms(field, value)) shared.terms.push_back(std::move(term));
    add_slots(field, values, shared);
  }
  shared.slots.emplace_back(kSlotSymbolOrder, natural_sort_key(document.name()));
  shared.slots.emplace_back(kSlotDateOrder, document.masthead.normal(MastheadItem::date));
  shared.slots.emplace_back(kSlotKey, key);
  std::sort(shared.terms.begin(), shared.terms.end());
  shared.terms.erase(std::unique(shared.terms.begin(), shared.terms.end()), shared.terms.end());
  return shared;
}

void add_shared(const Shared& shared, Xapian::Document& out) {
  for (const std::string& term : shared.terms) out.add_boolean_term(term);
  for (const auto& [slot, value] : shared.slots)
    if (!value.empty()) out.add_value(slot, value);
}

/// End of a piece that begins at `from`: at a blank where there is one, never inside a character.
std::size_t piece_end(std::string_view text, std::size_t from) {
  if (text.size() - from <= kPieceBytes) return text.size();
  std::size_t end = from + kPieceBytes;
  const std::size_t blank = text.rfind(' ', end);
  if (blank != std::string_view::npos && blank > from) return blank;
  while (end > from + 1 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return end;
}

/// A text's terms with their places in the text, kept so that document and block both get them.
struct Posting {
  std::string term;
  Xapian::termpos position;
};

std::vector<Posting> postings(std::string_view text, std::string_view language) {
  std::vector<Posting> list;
  Xapian::termpos before = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = piece_end(text, from);
    Xapian::termpos last = 0;
    for (TextTerm& term : text_terms(text.substr(from, end - from), language)) {
      last = static_cast<Xapian::termpos>(term.position);
      list.push_back({std::move(term.term), before + last});
    }
    before += last;
    from = end;
  }
  return list;
}

Xapian::termpos add_postings(const std::vector<Posting>& list, std::string_view prefix,
                             Xapian::termpos before, Xapian::Document& out) {
  Xapian::termpos last = before;
  for (const Posting& posting : list) {
    last = before + posting.position;
    if (prefix.empty())
      out.add_posting(posting.term, last);
    else
      out.add_posting(bounded_term(std::string(prefix) + posting.term), last);
  }
  return last + kBetweenBlocks;
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
  card.paragraphs = static_cast<std::size_t>(
      std::count_if(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return block.kind == BlockKind::paragraph; }));
  return card;
}

Xapian::Document paragraph_of(const Block& block, int number, std::string text,
                              const std::vector<Posting>& list, const Shared& shared,
                              const std::string& key) {
  const std::string locator = block.locator.text();
  Xapian::Document out;
  add_postings(list, {}, 0, out);
  add_shared(shared, out);
  out.add_boolean_term(bounded_term(std::string(kLocatorPrefix) + locator));
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
  IndexDocument out;
  const std::vector<Posting> title =
      postings(document.masthead.normal(MastheadItem::title), language);
  Xapian::termpos place = add_postings(title, {}, 0, out.document);
  add_postings(title, kTitlePrefix, 0, out.document);
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    std::string text = indexed_text(document, document.blocks[at]);
    const std::vector<Posting> list = postings(text, language);
    if (list.empty()) continue;
    place = add_postings(list, {}, place, out.document);
    out.paragraphs.push_back(paragraph_of(document.blocks[at], static_cast<int>(at),
                                          std::move(text), list, shared, key));
  }
  add_shared(shared, out.document);
  out.document.set_data(write_card(card));
  return out;
}

}  // namespace undex
