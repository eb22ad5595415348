#include "corpus/xml/form.h"

#include <algorithm>

#include "corpus/text.h"

namespace undex {
namespace {

/// The first row whose word stands in the document type holds; the last holds for all.
constexpr std::array<AknKind, 13> kKinds = {{
    {"draft resolution", "statement", "draftResolution", "deliberation"},
    {"draft decision", "statement", "draftDecision", "deliberation"},
    {"presidential statement", "statement", "presidentialStatement", "deliberation"},
    {"statement by the president", "statement", "presidentialStatement", "deliberation"},
    {"note verbale", "doc", "noteVerbale", "communication"},
    {"letter", "doc", "letter", "communication"},
    {"meeting record", "debateReport", "meetingRecord", "report"},
    {"summary record", "debateReport", "meetingRecord", "report"},
    {"secretary-general", "doc", "progressReport", "paper"},
    {"report", "doc", "report", "paper"},
    {"resolution", "statement", "resolution", "deliberation"},
    {"decision", "statement", "decision", "deliberation"},
    {"", "doc", "document", "paper"},
}};

constexpr std::string_view kHex = "0123456789ABCDEF";

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

std::string escape(std::string_view text, bool blanks, bool high) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == '%' || (blanks && c == ' ') || (high && byte >= 0x80))
      append_escaped(out, c);
    else
      out += c;
  }
  return out;
}

}  // namespace

const AknKind& akn_kind(const Document& document) {
  const std::string type = to_lower(document.masthead.normal(MastheadItem::document_type));
  return *std::find_if(kKinds.begin(), kKinds.end(), [&](const AknKind& kind) {
    return type.find(kind.word) != std::string::npos;
  });
}

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word.empty() ? "%" : escape(word, true, false);
  }
  return out;
}

std::vector<std::string> split_words(std::string_view joined) {
  std::vector<std::string> words;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(' '), joined.size());
    const std::string_view word = joined.substr(0, end);
    words.push_back(word == "%" ? std::string() : unescape_path(word));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return words;
}

std::string escape_path(std::string_view bytes) {
  return escape(bytes, false, !is_valid_utf8(bytes));
}

std::string unescape_path(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool room = text[i] == '%' && text.size() - i > 2;
    const std::size_t high = room ? kHex.find(text[i + 1]) : std::string::npos;
    const std::size_t low = room ? kHex.find(text[i + 2]) : std::string::npos;
    if (high == std::string::npos || low == std::string::npos) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

}  // namespace undex
