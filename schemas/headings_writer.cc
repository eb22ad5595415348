#include "schemas/headings_writer.h"

#include <map>
#include <utility>
#include <vector>

#include "corpus/language.h"
#include "schemas/headings.h"
#include "schemas/label_key.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = 0xffffffff;

struct Languages {
  LanguageBits preferred = 0;
  LanguageBits alternative = 0;
};

class Writer {
 public:
  explicit Writer(const Thesaurus& thesaurus) {
    for (const Concept& one : thesaurus.concepts)
      if (one.heading) add(one);
    begin_heading({});
    for (const auto& [place, languages] : entries_) {
      put_text(place.first, entry_rows_);
      entry_rows_.insert(entry_rows_.end(),
                         {place.second, languages.preferred, languages.alternative});
    }
  }

  std::string take(std::string_view source) const {
    std::string out(kHeadingsMagic);
    const auto count = [](const std::vector<std::uint32_t>& rows, std::size_t numbers) {
      return static_cast<std::uint32_t>(rows.size() / numbers);
    };
    put(out, {kHeadingsForm, count(entry_rows_, kHeadingEntryNumbers),
              count(heading_rows_, kHeadingNumbers) - 1, count(label_rows_, kHeadingLabelNumbers),
              static_cast<std::uint32_t>(text_.size())});
    out += source;
    for (const auto* rows : {&entry_rows_, &heading_rows_, &label_rows_}) put(out, *rows);
    return out + text_ + std::string(kHeadingsEnd);
  }

 private:
  void add(const Concept& one) {
    const auto heading = static_cast<std::uint32_t>(heading_rows_.size() / kHeadingNumbers);
    begin_heading(one.id);
    for (const std::string_view language : kLanguages)
      if (const auto label = one.preferred.find(std::string(language));
          label != one.preferred.end())
        add_label(label->second, language);
    for (const auto& [language, text] : one.preferred) {
      add_key(text, heading, &Languages::preferred, language);
      if (language_number(language) == kOtherLanguage) add_label(text, language);
    }
    for (const auto& [language, texts] : one.alternative)
      for (const std::string& text : texts)
        add_key(text, heading, &Languages::alternative, language);
  }

  void begin_heading(std::string_view id) {
    put_text(id, heading_rows_);
    heading_rows_.push_back(static_cast<std::uint32_t>(label_rows_.size() / kHeadingLabelNumbers));
    labels_of_heading_ = 0;
  }

  void add_label(std::string_view text, std::string_view language) {
    if (text.size() > kMostLabelBytes || ++labels_of_heading_ > kMostPreferredLabels) return;
    put_text(text, label_rows_);
    label_rows_.push_back(language_number(language));
  }

  void add_key(std::string_view text, std::uint32_t heading, LanguageBits Languages::*kind,
               std::string_view language) {
    if (text.size() > kMostLabelBytes || text.find('(') != std::string_view::npos) return;
    std::string key = label_key(text);
    if (!key.empty()) entries_[{std::move(key), heading}].*kind |= 1U << language_number(language);
  }

  void put_text(std::string_view text, std::vector<std::uint32_t>& rows) {
    if (text_.size() + text.size() > kMostBytes)
      throw Error(ErrorKind::archive, "the thesaurus is too large for the index",
                  "import one of less than 4 GB of labels");
    rows.push_back(static_cast<std::uint32_t>(text_.size()));
    rows.push_back(static_cast<std::uint32_t>(text.size()));
    text_ += text;
  }

  static void put(std::string& out, const std::vector<std::uint32_t>& numbers) {
    for (const std::uint32_t number : numbers)
      for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(number >> shift & 0xff);
  }

  std::map<std::pair<std::string, std::uint32_t>, Languages> entries_;
  std::vector<std::uint32_t> entry_rows_, heading_rows_, label_rows_;
  std::size_t labels_of_heading_ = 0;
  std::string text_;
};

}  // namespace

std::string write_headings(const Thesaurus& thesaurus, std::string_view source) {
  return Writer(thesaurus).take(source);
}

}  // namespace undex
