#include "corpus/xml/tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace undex {
namespace {

/// Past the '>' of the tag that begins at `at`; counts its attributes.
std::size_t tag_end(std::string_view bytes, std::size_t at, std::size_t& attributes) {
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '=') {
      ++attributes;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return at;
}

std::string_view local_name(std::string_view tag) {
  const std::size_t begin = std::min(tag.find_first_not_of("</"), tag.size());
  const std::size_t end = std::min(tag.find_first_of(" \t\r\n/>", begin), tag.size());
  const std::string_view name = tag.substr(begin, end - begin);
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

}  // namespace

/// A comment, CDATA section or instruction at this place.
bool XmlTags::pass_over() {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPassed{
      {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
  for (const auto& [begin, mark] : kPassed) {
    if (!bytes_.substr(at_).starts_with(begin)) continue;
    const std::size_t end = bytes_.find(mark, at_ + begin.size());
    at_ = end == std::string_view::npos ? bytes_.size() : end + mark.size();
    return true;
  }
  return false;
}

bool XmlTags::next() {
  for (at_ = bytes_.find('<', at_); at_ < bytes_.size(); at_ = bytes_.find('<', at_)) {
    if (pass_over()) continue;
    tag_ = {};
    tag_.begin = at_;
    at_ = tag_.end = tag_end(bytes_, at_, tag_.attributes);
    const std::string_view all = bytes_.substr(tag_.begin, tag_.end - tag_.begin);
    tag_.name = local_name(all);
    tag_.kind = all.starts_with("<!")   ? XmlTag::Kind::declaration
                : all.starts_with("</") ? XmlTag::Kind::close
                : all.ends_with("/>")   ? XmlTag::Kind::empty
                                        : XmlTag::Kind::open;
    return true;
  }
  return false;
}

}  // namespace undex
