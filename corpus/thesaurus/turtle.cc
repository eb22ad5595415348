// SKOS as Turtle: the part of the language in which thesauri are published.
#include <algorithm>
#include <map>
#include <string>

#include "corpus/ascii.h"
#include "corpus/thesaurus/forms.h"

namespace undex {
namespace {

constexpr int kDeepest = 32;
constexpr std::string_view kTypeAddress = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

struct Object {
  bool resource = false;
  std::string text;  ///< address, or the text of a literal
  std::string language;
};

class TurtleReader {
 public:
  TurtleReader(std::string_view text, std::string_view name, ThesaurusBuilder& builder)
      : text_(text), name_(name), builder_(builder) {}

  void read() {
    for (skip(); at_ < text_.size(); skip()) {
      if (!read_directive()) read_statement();
    }
  }

 private:
  [[noreturn]] void refuse(const std::string& fault) const {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size()));
    refuse_thesaurus(name_, 1 + static_cast<std::size_t>(std::count(text_.begin(), end, '\n')),
                     fault);
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool starts(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }

  /// Blanks and comments.
  void skip() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        line_ += c == '\n' ? 1U : 0U;
        ++at_;
      } else {
        return;
      }
    }
  }

  void expect(char mark) {
    skip();
    if (peek() != mark) refuse(std::string("'") + mark + "' is missing");
    ++at_;
  }

  bool word(std::string_view lower) {
    if (text_.size() - at_ <= lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
      const char c = text_[at_ + i];
      if ((is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c) != lower[i]) return false;
    }
    const char after = text_[at_ + lower.size()];
    if (is_letter(after) || is_digit(after) || after == ':') return false;
    at_ += lower.size();
    return true;
  }

  bool read_directive() {
    const bool at_sign = peek() == '@';
    if (at_sign) ++at_;
    if (word("prefix")) {
      skip();
      const std::size_t colon = text_.find(':', at_);
      if (colon == std::string_view::npos) refuse("a prefix has no ':'");
      const std::string prefix(text_.substr(at_, colon - at_));
      at_ = colon + 1;
      skip();
      prefixes_[prefix] = read_address();
    } else if (word("base")) {
      skip();
      base_ = read_address();
    } else if (at_sign) {
      refuse("'@' begins no prefix and no base");
    } else {
      return false;
    }
    if (at_sign) expect('.');
    return true;
  }

  void read_statement() {
    std::string subject;
    if (peek() == '[') {
      subject = read_blank(0);
      skip();
      if (peek() == '.') return void(++at_);
    } else {
      subject = read_resource();
    }
    read_properties(local_name(subject), '.', 0);
  }

  /// "p o, o; p o" up to the end mark.
  void read_properties(const std::string& id, char end, int depth) {
    while (true) {
      skip();
      while (peek() == ';') ++at_, skip();
      if (peek() == end) return void(++at_);
      const std::string predicate = read_verb();
      while (true) {
        add(id, predicate, read_object(depth));
        skip();
        if (peek() != ',') break;
        ++at_;
      }
      if (peek() != ';' && peek() != end)
        refuse(std::string("';', ',' or '") + end + "' is missing after an object");
    }
  }

  void add(const std::string& id, const std::string& address, const Object& object) {
    const std::string_view predicate = predicate_of(address);
    builder_.add({id, std::string(predicate), language_of(object.language),
                  object.resource ? local_name(object.text) : object.text},
                 line_);
  }

  std::string read_verb() {
    if (peek() == 'a' && at_ + 1 < text_.size()) {
      const char after = text_[at_ + 1];
      if (after == ' ' || after == '\t' || after == '\n' || after == '<') {
        ++at_;
        return std::string(kTypeAddress);
      }
    }
    return read_resource();
  }

  Object read_object(int depth) {
    skip();
    const char c = peek();
    if (c == '"' || c == '\'') return read_literal();
    if (c == '[') return {true, read_blank(depth), ""};
    if (c == '(') return read_collection(depth);
    if (is_digit(c) || c == '+' || c == '-' || c == '.') return read_bare();
    const std::size_t before = at_;
    if (word("true") || word("false"))
      return {false, std::string(text_.substr(before, at_ - before)), ""};
    return {true, read_resource(), ""};
  }

  Object read_bare() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" \t\r\n;,])").find(peek()) == std::string::npos)
      ++at_;
    if (at_ > begin && text_[at_ - 1] == '.') --at_;
    if (at_ == begin) refuse("a number is missing");
    return {false, std::string(text_.substr(begin, at_ - begin)), ""};
  }

  std::string read_blank(int depth) {
    if (depth >= kDeepest) refuse("it is nested too deep");
    ++at_;
    const std::string id = "_:" + std::to_string(++blanks_);
    read_properties("", ']', depth + 1);  // What a blank node says is of no concept.
    return id;
  }

  Object read_collection(int depth) {
    if (depth >= kDeepest) refuse("it is nested too deep");
    ++at_;
    for (skip(); peek() != ')'; skip()) {
      if (at_ >= text_.size()) refuse("a collection has no end");
      read_object(depth + 1);
    }
    ++at_;
    return {true, "", ""};
  }

  std::string read_resource() {
    skip();
    return peek() == '<' ? read_address() : read_prefixed();
  }

  std::string read_address() {
    if (peek() != '<') refuse("an address in '<>' is missing");
    ++at_;
    std::string address;
    while (peek() != '>') {
      if (at_ >= text_.size() || static_cast<unsigned char>(peek()) <= ' ')
        refuse("an address has no end");
      read_character(address);
    }
    ++at_;
    const bool whole = address.find(':') != std::string::npos;
    return whole ? address : base_ + address;
  }

  std::string read_prefixed() {
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n;,[](){}<>\"'#").find(peek()) == std::string_view::npos)
      ++at_;
    while (at_ > begin && text_[at_ - 1] == '.') --at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos)
      refuse(name.empty() ? "a name is missing"
                          : "'" + std::string(name.substr(0, 40)) + "' is no name: it has no ':'");
    if (name.starts_with("_:")) return std::string(name);
    const auto prefix = prefixes_.find(std::string(name.substr(0, colon)));
    if (prefix == prefixes_.end())
      refuse("the prefix '" + std::string(name.substr(0, colon)) + ":' is not declared");
    std::string local;
    for (char c : name.substr(colon + 1))
      if (c != '\\') local += c;
    return prefix->second + local;
  }

  Object read_literal() {
    const char quote = peek();
    const std::string three(3, quote);
    const bool is_long = starts(three);
    const std::string end = is_long ? three : std::string(1, quote);
    at_ += end.size();
    Object object;
    while (!starts(end)) {
      if (at_ >= text_.size() || (!is_long && peek() == '\n')) refuse("a string has no end");
      line_ += peek() == '\n' ? 1U : 0U;
      read_character(object.text);
    }
    at_ += end.size();
    if (peek() == '@') {
      const std::size_t begin = ++at_;
      while (is_letter(peek()) || is_digit(peek()) || peek() == '-') ++at_;
      if (at_ == begin) refuse("a language tag is missing after '@'");
      object.language = text_.substr(begin, at_ - begin);
    } else if (starts("^^")) {
      at_ += 2;
      read_resource();
    }
    return object;
  }

  /// One character, or what an escape stands for.
  void read_character(std::string& out) {
    if (peek() != '\\') {
      out += text_[at_++];
      return;
    }
    ++at_;
    static constexpr std::string_view kPlain = "tbnrf\"'\\";
    static constexpr std::string_view kMeant = "\t\b\n\r\f\"'\\";
    const char kind = peek();
    ++at_;
    if (const std::size_t found = kPlain.find(kind); found != std::string_view::npos && kind != 0)
      out += kMeant[found];
    else if (kind == 'u' || kind == 'U')
      append_utf8(out, read_code(kind == 'u' ? 4 : 8));
    else
      refuse("an escape is unknown");
  }

  std::uint32_t read_code(int digits) {
    std::uint32_t code = 0;
    for (int i = 0; i < digits; ++i, ++at_) {
      const char c = peek();
      const auto value = is_digit(c)            ? c - '0'
                         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                : -1;
      if (value < 0 || code > 0x10FFFF) refuse("an escape has no code");
      code = code * 16 + static_cast<std::uint32_t>(value);
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
      refuse("an escape stands for no character");
    return code;
  }

  std::string_view text_;
  std::string_view name_;
  ThesaurusBuilder& builder_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t blanks_ = 0;
  std::string base_;
  std::map<std::string, std::string> prefixes_;
};

}  // namespace

void read_turtle(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder) {
  TurtleReader(bytes, name, builder).read();
}

}  // namespace undex
