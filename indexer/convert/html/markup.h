#pragma once
// The only file that knows libxml2's HTML parser: a page as a row of events. No tree is built, so
// memory does not grow with the page, and no text is lost at the depth where libxml2's tree ends.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace undex {

class HtmlEvents {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;
  virtual ~HtmlEvents() = default;
  virtual void begin(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

struct HtmlFaults {
  bool comment_open = false;  ///< a comment without an end hides the rest of the page
};

/// `page` is valid UTF-8 without controls. Every begin has its end. Throws Error{check} beyond the
/// limits, and what an event throws.
HtmlFaults read_html(std::string_view page, HtmlEvents& events);

}  // namespace undex
