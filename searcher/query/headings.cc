#include "searcher/query/headings.h"

#include <algorithm>

#include "corpus/language.h"

namespace undex::query {
namespace {

constexpr std::size_t kMostMeanings = 8;
constexpr std::size_t kMostNamed = 3;
constexpr LanguageBits kEnglish = 1;
constexpr LanguageBits kAll = ~LanguageBits{0};

LanguageBits bit_of(std::string_view language) { return 1U << language_number(language); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_one_word(std::string_view key) { return key.find(' ') == std::string_view::npos; }

bool leads_from_english(const HeadingEntry& entry) {
  return (entry.alternative & ~entry.preferred & kEnglish) != 0;
}

}  // namespace

bool HeadingReader::begins(std::string_view key) const {
  if (!table_ || key.empty()) return false;
  const std::size_t at = table_->first_from(key);
  return at < table_->entries() && table_->entry(at).key.starts_with(key);
}

std::vector<HeadingEntry> HeadingReader::entries_of(std::string_view key) const {
  std::vector<HeadingEntry> entries;
  if (!table_ || key.empty() || (is_one_word(key) && is_stop_word(key, {}))) return entries;
  for (std::size_t at = table_->first_from(key);
       at < table_->entries() && entries.size() < kMostMeanings; ++at) {
    const HeadingEntry entry = table_->entry(at);
    if (entry.key != key) break;
    entries.push_back(entry);
  }
  return entries;
}

LanguageBits HeadingReader::languages_taken(const std::vector<HeadingEntry>& entries,
                                            std::string_view typed) const {
  if (!is_one_word(entries.front().key) || !is_ascii(typed)) return kAll;
  return bit_of(question_.empty() ? user_ : question_);
}

std::optional<LabelNode> HeadingReader::meant(std::string_view key, std::string_view typed) const {
  const std::vector<HeadingEntry> entries = entries_of(key);
  if (entries.empty()) return std::nullopt;
  const LanguageBits taken = languages_taken(entries, typed);
  const LanguageBits own = bit_of(question_.empty() ? user_ : question_);
  const bool others = std::none_of(entries.begin(), entries.end(), leads_from_english);
  // The likelier the higher: a preferred label before another, the own language before the rest.
  const auto likelihood = [&](const HeadingEntry& entry) {
    const LanguageBits preferred = entry.preferred & taken;
    const LanguageBits alternative = others ? entry.alternative & taken : 0;
    return preferred & own ? 4 : alternative & own ? 3 : preferred ? 2 : alternative ? 1 : 0;
  };
  int best = 1;
  for (const HeadingEntry& entry : entries) best = std::max(best, likelihood(entry));
  LabelNode node{.ids = {}, .name = {}, .labels = {}, .text = std::string(typed), .typed = {}};
  for (const HeadingEntry& entry : entries)
    if (likelihood(entry) == best) add(entry.heading, node);
  if (node.ids.empty()) return std::nullopt;
  return node;
}

std::optional<HeadingBeside> HeadingReader::beside(std::string_view key,
                                                   std::string_view typed) const {
  if (meant(key, typed)) return std::nullopt;
  HeadingBeside out{.typed = std::string(typed), .headings = {}};
  for (const HeadingEntry& entry : entries_of(key))
    if (out.headings.size() < kMostNamed) out.headings.push_back(name_of(entry.heading));
  if (out.headings.empty()) return std::nullopt;
  return out;
}

/// In the user's language, else in the first that there is.
std::string HeadingReader::name_of(std::uint32_t heading) const {
  const auto [first, end] = table_->labels_of(heading);
  std::string_view name = first < end ? table_->label(first).text : table_->id(heading);
  for (std::uint32_t at = first; at < end; ++at)
    if (const HeadingLabel label = table_->label(at); label.language == user_) name = label.text;
  return std::string(name);
}

void HeadingReader::add(std::uint32_t heading, LabelNode& node) const {
  node.ids.emplace_back(table_->id(heading));
  node.name += (node.name.empty() ? "" : " or ") + name_of(heading);
  const auto [first, end] = table_->labels_of(heading);
  for (std::uint32_t at = first; at < end; ++at)
    // "DRUMS (CONTAINERS)": no text writes it so.
    if (const HeadingLabel label = table_->label(at); label.text.find('(') == std::string::npos)
      node.labels.push_back({std::string(label.text), label.language});
}

}  // namespace undex::query
