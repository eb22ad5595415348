#pragma once
// HTML that is escaped by construction: what is not markup of ours can only be text or the value of
// an attribute.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace undex::serve {

class Html {
 public:
  /// An attribute without a value is left out where the value is kNone, and stands alone
  /// ("checked") where it is empty.
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  static constexpr std::string_view kNone{"\0", 1};

  Html& open(std::string_view tag, Attributes attributes = {});
  /// The innermost open element. That it is `tag` is asserted.
  Html& close(std::string_view tag);
  Html& text(std::string_view text);
  /// An element with text, or none.
  Html& element(std::string_view tag, Attributes attributes, std::string_view text = {});
  Html& element(std::string_view tag, std::string_view text) { return element(tag, {}, text); }
  /// input, link, meta, hr and their like, which have no end.
  Html& empty(std::string_view tag, Attributes attributes = {});
  /// What another builder made.
  Html& add(const Html& part);
  /// A fragment of the project's own making, such as the help of queries and an SVG of a trace.
  Html& trusted(std::string_view fragment);

  bool is_empty() const { return out_.empty(); }
  /// Every element must be closed.
  std::string take();

 private:
  void start(std::string_view tag, Attributes attributes);
  std::string out_;
  std::vector<std::string> open_;
};

/// Whether a browser that follows the address runs nothing: within the site, http, https or mailto.
bool is_safe_address(std::string_view address);

}  // namespace undex::serve
