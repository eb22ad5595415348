#include "corpus/archive/journal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "corpus/hash.h"
#include "undex/error.h"

namespace undex {
namespace {

// "00000311-9f3a0c11 put<TAB>... 0123456789abcdef0123456789abcdef\n"
constexpr std::size_t kLengthDigits = 8;
constexpr std::size_t kHead = kLengthDigits + 1 + 8;
constexpr std::size_t kSum = 32;
constexpr std::size_t kAround = kHead + 1 + 1 + kSum + 1;
constexpr std::string_view kHex = "0123456789abcdef";

std::string quick_check(std::string_view text) {
  std::uint32_t value = 2166136261u;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += kHex[(value >> shift) & 15];
  return out;
}

std::string padded(std::size_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || stop != text.data() + text.size() || text.empty()) return {};
  return value;
}

/// Tabs part fields, blanks part symbols, lines part lines: none of them may stand in a value.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || c == '%') {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || text.size() - i < 3) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(kHex.find(text[i + 1]) * 16 + kHex.find(text[i + 2]));
    i += 2;
  }
  return out;
}

std::vector<std::string_view> parts(std::string_view text, char mark) {
  std::vector<std::string_view> found;
  for (;;) {
    const std::size_t end = text.find(mark);
    found.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return found;
    text.remove_prefix(end + 1);
  }
}

constexpr std::array<std::string_view, 3> kKinds = {"put", "also", "gone"};
constexpr std::size_t kFields = 13;
constexpr std::size_t kFieldsOfForm1 = 10;  // all of them put, up to the path of the source

std::string payload_of(const JournalLine& line) {
  std::string symbols;
  for (const std::string& part : line.symbol.parts)
    symbols += (symbols.empty() ? "" : " ") + escaped(part);
  const ArchiveSource& source = line.source;
  std::string out(kKinds[static_cast<std::size_t>(line.kind)]);
  for (const std::string& field :
       {std::to_string(line.revision), escaped(line.key), escaped(line.language),
        escaped(line.name), symbols, source.sha256, std::to_string(source.size_bytes),
        line.xml_sha256, escaped(source.source), escaped(source.format), escaped(source.added),
        escaped(line.reason)})
    out += '\t' + field;
  return out;
}

bool is_sum(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of(kHex) == std::string_view::npos;
}

/// A key names a file: it must not lead elsewhere, whoever wrote the journal.
bool is_key(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.find('/') == std::string_view::npos &&
         text.find('\0') == std::string_view::npos;
}

std::optional<JournalLine> line_of(std::string_view payload) {
  std::vector<std::string_view> fields = parts(payload, '\t');
  const auto kind = std::find(kKinds.begin(), kKinds.end(), fields[0]);
  const bool is_form_1 = fields.size() == kFieldsOfForm1 && kind == kKinds.begin();
  if (kind == kKinds.end() || (fields.size() != kFields && !is_form_1)) return {};
  fields.resize(kFields);
  const std::optional<std::size_t> revision = number_of(fields[1]);
  const std::optional<std::size_t> size = number_of(fields[7]);
  if (!revision || !size) return {};
  JournalLine line = {.kind = static_cast<LineKind>(kind - kKinds.begin()),
                      .revision = *revision,
                      .key = unescaped(fields[2]),
                      .language = unescaped(fields[3]),
                      .name = unescaped(fields[4]),
                      .symbol = {},
                      .xml_sha256 = std::string(fields[8]),
                      .source = {.source = unescaped(fields[9]),
                                 .sha256 = std::string(fields[6]),
                                 .format = unescaped(fields[10]),
                                 .size_bytes = *size,
                                 .added = unescaped(fields[11])},
                      .reason = unescaped(fields[12])};
  if (!fields[5].empty())
    for (const std::string_view part : parts(fields[5], ' '))
      line.symbol.parts.push_back(unescaped(part));
  if (!is_key(line.key) || !is_sum(line.source.sha256) || !is_sum(line.xml_sha256)) return {};
  return line;
}

std::string sum_of(std::string_view chain, std::string_view payload) {
  return sha256_hex(std::string(chain) + std::string(payload)).substr(0, kSum);
}

std::string head_of(std::size_t length, std::string_view chain) {
  const std::string digits = padded(length, kLengthDigits);
  return digits + "-" + quick_check(digits + std::string(chain));
}

[[noreturn]] void damaged(const std::filesystem::path& path, std::size_t line) {
  throw Error(ErrorKind::archive,
              "journal '" + path.string() + "' is damaged in line " + std::to_string(line),
              "restore the archive from a copy; nothing was changed");
}

}  // namespace

ArchiveEntry entry_of(const JournalLine& line) {
  return {.key = line.key,
          .name = line.name,
          .language = line.language,
          .sha256 = line.source.sha256,
          .source = line.source.source,
          .xml_sha256 = line.xml_sha256,
          .revision = line.revision};
}

std::string write_journal_line(const JournalLine& line, std::string& chain) {
  const std::string payload = payload_of(line);
  const std::string head = head_of(payload.size(), chain);
  chain = sum_of(chain, payload);
  return head + " " + payload + " " + chain + "\n";
}

Journal read_journal(std::string_view bytes, const std::filesystem::path& path) {
  Journal journal;
  // Some file systems fill what a power cut kept from being written with zeros.
  const std::size_t last = bytes.find_last_not_of('\0');
  const std::size_t written = last == std::string_view::npos ? 0 : last + 1;
  while (journal.whole_bytes < written) {
    const std::size_t number = journal.lines.size() + 1;
    const std::string_view rest = bytes.substr(journal.whole_bytes, written - journal.whole_bytes);
    if (rest.size() < kHead) break;
    const std::optional<std::size_t> length = number_of(rest.substr(0, kLengthDigits));
    if (!length || rest.substr(0, kHead) != head_of(*length, journal.chain)) damaged(path, number);
    const std::size_t size = *length + kAround;
    const bool all_but_newline = rest.size() + 1 == size && bytes.size() > written;
    if (rest.size() < size && !all_but_newline) break;
    const std::string_view payload = rest.substr(kHead + 1, *length);
    const std::string sum = sum_of(journal.chain, payload);
    std::optional<JournalLine> line = line_of(payload);
    if (rest.substr(0, size) !=
            head_of(*length, journal.chain) + " " + std::string(payload) + " " + sum + "\n" ||
        !line)
      damaged(path, number);
    journal.lines.push_back(std::move(*line));
    journal.chain = sum;
    journal.whole_bytes += size;
  }
  return journal;
}

std::string write_journal_end(const JournalEnd& end) {
  const std::string text = padded(end.size_bytes, 15) + " " + end.chain;
  return text + " " + quick_check(text) + "\n";
}

std::optional<JournalEnd> read_journal_end(std::string_view bytes) {
  const std::vector<std::string_view> fields = parts(bytes, ' ');
  if (fields.size() != 3) return {};
  const std::optional<std::size_t> size = number_of(fields[0]);
  if (!size) return {};
  const JournalEnd end = {*size, std::string(fields[1])};
  if (write_journal_end(end) != bytes) return {};
  return end;
}

}  // namespace undex
