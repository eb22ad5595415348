#include "indexer/understand/references/discourse.h"

#include <algorithm>

#include "corpus/text.h"

namespace undex {
namespace {

// How far back a reader looks: blocks that name something, and mentions in all. The second bound
// keeps the work linear in a text of nothing but citations.
constexpr std::size_t kBlocksBack = 3;
constexpr std::size_t kSectionBlocksBack = 12;
constexpr std::size_t kMentionsBack = 64;

bool is_act(DocumentWord noun) {
  return noun == DocumentWord::resolution || noun == DocumentWord::decision;
}

bool same_scope(const ReadingPlace& a, const ReadingPlace& b) {
  return a.section == b.section && a.part == b.part;
}

/// "that report" may be a document called nothing else; "that document" any paper but an act.
bool fits(const DocumentWordUse& use, const DocumentMention& mention) {
  if (is_act(use.noun) || is_act(mention.noun)) {
    if (use.noun != mention.noun) return false;
  } else if (use.noun != DocumentWord::document && mention.noun != use.noun &&
             !(use.noun == DocumentWord::report && mention.noun == DocumentWord::document)) {
    return false;
  }
  return mention.cited.parts.empty() || is_of_organ(mention.cited, use.organ);
}

/// Brings the candidates together: one document, named as often as one likes.
void take(Antecedent& antecedent, const DocumentMention& mention, bool& clear) {
  antecedent.candidates = antecedent.candidates || !mention.cited.parts.empty();
  if (mention.cited.parts.empty()) clear = false;
  if (antecedent.mention != nullptr && !antecedent.mention->cited.names(mention.cited))
    clear = false;
  if (antecedent.mention == nullptr) antecedent.mention = &mention;
}

}  // namespace

void Discourse::add(DocumentMention mention) {
  Named& named = named_[mention.noun];
  const bool first = named.cited.parts.empty();
  if (mention.cited.parts.empty() || (!first && !named.cited.names(mention.cited)))
    named.several = true;
  if (first) named.cited = mention.cited;
  mentions_.push_back(std::move(mention));
}

const Symbol* Discourse::only_one(const DocumentWordUse& use) const {
  const auto named = named_.find(use.noun);
  if (named == named_.end() || named->second.several || named->second.cited.parts.empty())
    return nullptr;
  return is_of_organ(named->second.cited, use.organ) ? &named->second.cited : nullptr;
}

Antecedent Discourse::pointed(const DocumentWordUse& use, const ReadingPlace& here) const {
  Antecedent antecedent;
  bool clear = true;
  std::size_t looked = 0;
  for (auto m = mentions_.rbegin(); m != mentions_.rend() && looked < kMentionsBack; ++m) {
    ++looked;
    if (!same_scope(m->place, here) || m->place.block + kBlocksBack < here.block) break;
    if (antecedent.mention != nullptr && m->place.sentence != antecedent.mention->place.sentence)
      break;
    if (fits(use, *m)) take(antecedent, *m, clear);
  }
  if (!clear) antecedent.mention = nullptr;
  return antecedent;
}

Antecedent Discourse::definite(const DocumentWordUse& use, const ReadingPlace& here,
                               bool block_only) const {
  Antecedent antecedent;
  bool clear = true;
  const std::size_t back = block_only ? 0 : kSectionBlocksBack;
  std::size_t looked = 0;
  for (auto m = mentions_.rbegin(); m != mentions_.rend(); ++m) {
    if (!same_scope(m->place, here) || m->place.block + back < here.block) break;
    if (antecedent.mention != nullptr && antecedent.mention->place.block == here.block &&
        m->place.block != here.block)
      break;
    if (++looked > kMentionsBack) clear = false;
    if (!clear) break;
    if (fits(use, *m)) take(antecedent, *m, clear);
  }
  if (!clear) antecedent.mention = nullptr;
  return antecedent;
}

const RequestMention* Discourse::request(bool of_report, const ReadingPlace& here) const {
  std::size_t looked = 0;
  for (auto r = requests_.rbegin(); r != requests_.rend() && looked < kMentionsBack; ++r) {
    ++looked;
    const std::size_t back = of_report ? kSectionBlocksBack : kBlocksBack;
    if (!same_scope(r->place, here) || r->place.block + back < here.block) return nullptr;
    if (of_report && !r->of_report) continue;
    return r->cited.parts.empty() ? nullptr : &*r;
  }
  return nullptr;
}

const DocumentMention* Discourse::only_in_sentence(std::size_t sentence) const {
  const DocumentMention* only = nullptr;
  std::size_t looked = 0;
  for (auto m = mentions_.rbegin(); m != mentions_.rend(); ++m) {
    if (m->place.sentence != sentence) break;
    if (m->cited.parts.empty()) continue;
    if (++looked > kMentionsBack) return nullptr;
    if (only != nullptr && !only->cited.names(m->cited)) return nullptr;
    if (only == nullptr || only->pinpoints.empty()) only = &*m;
  }
  return only;
}

const DocumentMention* Discourse::only_act_in_block(std::size_t block) const {
  const DocumentMention* only = nullptr;
  std::size_t looked = 0;
  for (auto m = mentions_.rbegin(); m != mentions_.rend(); ++m) {
    if (m->place.block < block || ++looked > kMentionsBack) break;
    if (m->place.block != block || !is_act(m->noun)) continue;
    if (m->cited.parts.empty()) return nullptr;
    if (only != nullptr && !only->cited.names(m->cited)) return nullptr;
    only = &*m;
  }
  return only;
}

DocumentWord document_word(const Symbol& symbol) {
  if (symbol.parts.empty()) return DocumentWord::document;
  const std::string kind = describe_symbol(symbol.parts.front()).kind;
  if (kind == "resolution") return DocumentWord::resolution;
  return kind == "decision" ? DocumentWord::decision : DocumentWord::document;
}

bool is_of_organ(const Symbol& symbol, std::string_view organ) {
  if (organ.empty()) return true;
  return std::ranges::any_of(symbol.parts, [&](const std::string& part) {
    const SymbolDetails details = describe_symbol(part);
    // A report of the Assembly's series is no word of the Assembly: only acts tell their organ.
    if (details.kind != "resolution" && details.kind != "decision") return true;
    const std::string name =
        to_lower(details.body_name.empty() ? details.organ : details.body_name);
    // "the Council" is the Economic and Social one too, "the Commission" that on Human Rights.
    return name.ends_with(organ) || name.starts_with(organ);
  });
}

}  // namespace undex
