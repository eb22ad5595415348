#include "indexer/convert/office/office.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/convert/office/libre_office.h"
#include "indexer/convert/office/open_document.h"
#include "indexer/convert/office/plain_words.h"
#include "indexer/convert/office/rtf.h"
#include "indexer/convert/office/word.h"
#include "indexer/convert/office/word_perfect.h"
#include "undex/error.h"

namespace undex {
namespace {

/// A kind of file: how it is told, what LibreOffice must think it is called, what is lost.
struct Kind {
  std::string_view ending;
  bool (*recognises)(std::string_view bytes);
  bool (*is_encrypted)(std::string_view bytes) = nullptr;
  std::size_t (*lost_numbers)(std::string_view bytes) = nullptr;
  PlainWords (*plain_words)(std::string_view bytes) = nullptr;  ///< without LibreOffice
};

constexpr std::array<Kind, 8> kKinds{
    {{"doc", recognises_doc, is_encrypted_doc, count_autonum_doc, plain_words_of_doc},
     {"rtf", recognises_rtf, nullptr, count_autonum_rtf, plain_words_of_rtf},
     {"odt", recognises_odt, is_encrypted_odt},
     {"fodt", recognises_flat_odt},
     {"sxw", recognises_sxw, is_encrypted_odt},
     {"xml", recognises_word_xml},
     {"wps", recognises_works},
     {"wpd", recognises_wpd, is_encrypted_wpd}}};

const Kind& kind_of(std::string_view bytes) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const Kind& kind) { return kind.recognises(bytes); });
  return found == kKinds.end() ? kKinds.back() : *found;
}

const Kind& kind_called(std::string_view ending) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const Kind& kind) { return kind.ending == ending; });
  return found == kKinds.end() ? kKinds.back() : *found;
}

Prepared refused(std::string reason, std::string remedy) {
  Prepared prepared;
  prepared.reason = std::move(reason);
  prepared.remedy = std::move(remedy);
  return prepared;
}

Notice warning(std::string code, std::string text) {
  return {.level = Notice::Level::warning,
          .code = std::move(code),
          .locator = {},
          .text = std::move(text)};
}

void add_result(Prepared& prepared, OfficeResult result) {
  if (result.docx.empty()) {
    prepared =
        refused(std::move(result.failure), "open it in a word processor and save it anew as .docx");
    return;
  }
  prepared.bytes = std::move(result.docx);
  prepared.reader = "docx";
}

/// All in one start.
std::vector<Prepared> convert_all(std::span<const NamedBytes> sources) {
  std::vector<Prepared> all(sources.size());
  if (sources.empty()) return all;
  std::vector<OfficeFile> files;
  for (const NamedBytes& source : sources)
    files.push_back({source.bytes, kind_called(source.kind).ending});
  try {
    std::vector<OfficeResult> results = convert_with_libre_office(files);
    for (std::size_t i = 0; i < results.size(); ++i) add_result(all[i], std::move(results[i]));
  } catch (const Error& error) {
    std::fill(all.begin(), all.end(), refused(error.what(), error.hint));
  }
  return all;
}

Prepared plain_words_of(const NamedBytes& source) {
  const Kind& kind = kind_called(source.kind);
  PlainWords words = kind.plain_words ? kind.plain_words(source.bytes) : PlainWords();
  if (words.text.empty())
    return refused("LibreOffice is not installed", std::string(kLibreOfficeLine));
  Prepared prepared;
  prepared.bytes = std::move(words.text);
  prepared.reader = "text";
  prepared.notices.push_back(
      warning("numbers-not-kept", "paragraph numbers not kept: read with " + words.program +
                                      "; for all of it: " + std::string(kLibreOfficeLine) +
                                      ", then index it again"));
  return prepared;
}

}  // namespace

Inspection inspect_office(std::string_view bytes) {
  const Kind& kind = kind_of(bytes);
  if (kind.is_encrypted && kind.is_encrypted(bytes))
    throw Error(ErrorKind::check, "password-protected", "save it without a password");
  Inspection inspection{.kind = std::string(kind.ending), .notices = {}};
  if (const std::size_t lost = kind.lost_numbers ? kind.lost_numbers(bytes) : 0; lost > 0)
    inspection.notices.push_back(
        warning("autonum-lost", "paragraph numbers by AUTONUM are lost: " + std::to_string(lost)));
  return inspection;
}

std::vector<Prepared> prepare_office(std::span<const NamedBytes> sources) {
  if (has_libre_office()) return convert_all(sources);
  std::vector<Prepared> all;
  for (const NamedBytes& source : sources) all.push_back(plain_words_of(source));
  return all;
}

std::string office_lacks() {
  return has_libre_office() ? std::string()
                            : "LibreOffice is not installed: " + std::string(kLibreOfficeLine);
}

}  // namespace undex
