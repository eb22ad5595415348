#include "searcher/serve/page/html.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "corpus/xml/builder.h"

namespace undex::serve {
namespace {

constexpr std::array<std::string_view, 6> kAddresses = {"href", "src",  "action",
                                                        "cite", "data", "formaction"};

}  // namespace

bool is_safe_address(std::string_view address) {
  if (address.starts_with("//") || address.starts_with("/\\")) return false;
  if (address.empty() || address.front() == '/' || address.front() == '#' || address.front() == '?')
    return true;
  return address.starts_with("http://") || address.starts_with("https://") ||
         address.starts_with("mailto:");
}

void Html::start(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const auto& [name, value] : attributes) {
    if (value == kNone) continue;
    out_ += ' ';
    out_ += name;
    if (value.empty() && name != "alt" && name != "value") continue;
    const bool address = std::ranges::find(kAddresses, name) != kAddresses.end();
    out_ += "=\"";
    append_xml(out_, address && !is_safe_address(value) ? "#" : value, true);
    out_ += '"';
  }
  out_ += '>';
}

Html& Html::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  open_.emplace_back(tag);
  return *this;
}

Html& Html::close(std::string_view tag) {
  assert(!open_.empty() && open_.back() == tag);
  out_ += "</";
  out_ += tag;
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  append_xml(out_, text, false);
  return *this;
}

Html& Html::element(std::string_view tag, Attributes attributes, std::string_view text) {
  return open(tag, attributes).text(text).close(tag);
}

Html& Html::empty(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  return *this;
}

Html& Html::add(const Html& part) {
  assert(part.open_.empty());
  out_ += part.out_;
  return *this;
}

Html& Html::trusted(std::string_view fragment) {
  out_ += fragment;
  return *this;
}

std::string Html::take() {
  assert(open_.empty());
  return std::move(out_);
}

}  // namespace undex::serve
