#include "searcher/serve/page/passages.h"

#include <algorithm>

#include "searcher/render/terminal.h"

namespace undex::serve {

Html marked(std::string_view text, const std::vector<Span>& spans, std::string_view tag) {
  Html html;
  std::size_t done = 0;
  for (const Span& span : spans) {
    const std::size_t begin = std::clamp(span.begin, done, text.size());
    const std::size_t end = std::clamp(span.end, begin, text.size());
    if (begin == end) continue;
    html.text(text.substr(done, begin - done)).element(tag, text.substr(begin, end - begin));
    done = end;
  }
  html.text(text.substr(done));
  return html;
}

std::string_view direction_of(std::string_view text) {
  return rendering::is_right_to_left(text) ? "rtl" : "ltr";
}

}  // namespace undex::serve
