#include "corpus/xml/nesting.h"

#include <algorithm>

namespace undex {
namespace {

constexpr std::size_t kDeepest = 8;

/// Stands anywhere without beginning or ending anything.
bool floats(BlockKind kind) {
  return kind == BlockKind::table || kind == BlockKind::footnote || kind == BlockKind::furniture;
}

bool takes_subparagraphs(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::unnumbered ||
         kind == BlockKind::preambular || kind == BlockKind::subparagraph;
}

class Nester {
 public:
  explicit Nester(const std::vector<Block>& blocks) : blocks_(blocks) {}

  std::vector<Nest> nest(std::size_t begin, std::size_t end) {
    std::size_t waiting = begin;  // floating blocks [waiting, i) have no place yet
    for (std::size_t i = begin; i < end; ++i) {
      if (floats(blocks_[i].kind)) continue;
      const bool heading = blocks_[i].kind == BlockKind::heading;
      if (heading) close_paragraphs();
      if (heading) place(waiting, i);
      make_room_for(blocks_[i]);
      if (!heading) place(waiting, i);
      std::vector<Nest>& list = open_list();
      list.push_back({i, {}});
      if (heading || takes_subparagraphs(blocks_[i].kind)) open_.push_back(&list.back());
      waiting = i + 1;
    }
    close_paragraphs();
    place(waiting, end);
    return std::move(top_);
  }

 private:
  std::vector<Nest>& open_list() { return open_.empty() ? top_ : open_.back()->inner; }
  const Block& open_block() const { return blocks_[open_.back()->block]; }
  bool open_is(BlockKind kind) const { return !open_.empty() && open_block().kind == kind; }

  void place(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) open_list().push_back({i, {}});
  }

  void close_paragraphs() {
    while (!open_.empty() && open_block().kind != BlockKind::heading) open_.pop_back();
  }

  std::size_t depth_of(BlockKind kind) const {
    return static_cast<std::size_t>(std::count_if(
        open_.begin(), open_.end(), [&](const Nest* n) { return blocks_[n->block].kind == kind; }));
  }

  /// Closes what the block does not stand in.
  void make_room_for(const Block& block) {
    const BlockKind kind = block.kind;
    if (kind == BlockKind::heading) {
      while (!open_.empty() &&
             (open_block().level >= block.level || depth_of(BlockKind::heading) >= kDeepest))
        open_.pop_back();
    } else if (kind == BlockKind::subparagraph) {
      while (open_is(BlockKind::subparagraph) &&
             (open_block().level >= block.level || depth_of(kind) >= kDeepest))
        open_.pop_back();
    } else if (kind == BlockKind::continuation || kind == BlockKind::quotation) {
      // Its locator tells whether it goes on a sub-paragraph or the paragraph as a whole.
      while (open_is(BlockKind::subparagraph) && open_block().locator != block.locator)
        open_.pop_back();
    } else {
      close_paragraphs();
    }
  }

  const std::vector<Block>& blocks_;
  std::vector<Nest> top_;
  std::vector<Nest*> open_;  // a list grows only while what it holds is closed
};

bool of_preamble(BlockKind kind) {
  return kind == BlockKind::formula || kind == BlockKind::preambular;
}

bool of_title(BlockKind kind) {
  return kind == BlockKind::heading || kind == BlockKind::unnumbered ||
         kind == BlockKind::furniture || kind == BlockKind::footnote;
}

}  // namespace

std::vector<Nest> nest_blocks(const std::vector<Block>& blocks, std::size_t begin,
                              std::size_t end) {
  return Nester(blocks).nest(begin, end);
}

Parts parts_of(const std::vector<Block>& blocks, bool statement) {
  Parts parts;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (blocks[i].kind == BlockKind::annex_title) parts.annexes.push_back(i);
  const std::size_t end = parts.annexes.empty() ? blocks.size() : parts.annexes.front();

  std::size_t i = 0;
  while (i < end && (floats(blocks[i].kind) || (statement && of_title(blocks[i].kind)))) ++i;
  if (i == end || !of_preamble(blocks[i].kind)) return parts;
  parts.preamble = i;
  for (; i < end; ++i) {
    if (of_preamble(blocks[i].kind)) parts.body = i + 1;
    const bool goes_on = floats(blocks[i].kind) || blocks[i].kind == BlockKind::subparagraph ||
                         blocks[i].kind == BlockKind::continuation;
    if (!of_preamble(blocks[i].kind) && !goes_on) break;
    if (goes_on && !floats(blocks[i].kind)) parts.body = i + 1;
  }
  return parts;
}

}  // namespace undex
