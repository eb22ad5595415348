#pragma once
// A page read element by element into blocks.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/html/blocks.h"
#include "indexer/convert/html/elements.h"
#include "indexer/convert/html/list.h"
#include "indexer/convert/html/markup.h"

namespace undex {

class HtmlPage : public HtmlEvents {
 public:
  void begin(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  std::vector<ConvertedBlock> take() { return blocks_.take(); }
  /// ISO 639-1; "" when the page does not say.
  const std::string& language() const { return language_; }
  int hidden_count() const { return hidden_count_; }
  /// The element whose contents were left out last: "script".
  const std::string& last_dropped() const { return last_dropped_; }

 private:
  struct Open {
    const HtmlElement* element = nullptr;
    std::string name;
    HtmlLook look;
    std::optional<HtmlList> list;
    std::string note;  // marker of the note it is
    bool hidden = false;
    bool in_head = false;   // of a table
    bool laid_out = false;  // a table that says so
    bool cell_open = false;
  };
  void begin_element(Open& open, const Attributes& attributes);
  void begin_item(Open& open, const Attributes& attributes);
  void begin_link(const Attributes& attributes, const HtmlLook& look);
  void add_break();
  void end_element(const Open& open);
  bool begin_note(Open& open, const Attributes& attributes);

  HtmlBlocks blocks_;
  std::vector<Open> open_;
  std::size_t dropped_ = 0;  // how many are open inside what is dropped, it included
  bool hidden_words_ = false;
  int hidden_count_ = 0;
  int preformatted_ = 0;
  std::string lines_;
  std::string link_target_;
  std::map<std::string, std::string, std::less<>> note_markers_;  // by the target of their links
  std::string language_;
  std::string last_dropped_;
};

}  // namespace undex
