#pragma once
// The flat list of blocks as the nested parts of an Akoma Ntoso file. The order never changes: the
// blocks of the nesting, read from top to bottom, are Document::blocks again, whatever their kinds.
#include <cstddef>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// A block and what stands inside it.
struct Nest {
  std::size_t block = 0;
  std::vector<Nest> inner;
};

/// Blocks [begin, end) nested: sections by level, then paragraphs, then sub-paragraphs by level.
/// Tables, notes and furniture stand where the next block stands, so that a page break between
/// paragraph 18 and its (a) does not part them. At most eight sections and eight sub-paragraphs
/// deep.
std::vector<Nest> nest_blocks(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// Where the parts of the file begin: preface [0, preamble), preamble [preamble, body), body [body,
/// annexes[0]), then the annexes, each beginning with its title.
struct Parts {
  std::size_t preamble = 0;
  std::size_t body = 0;
  std::vector<std::size_t> annexes;
};

/// `statement`: the document is a resolution or decision, in which a title may stand before the
/// preamble.
Parts parts_of(const std::vector<Block>& blocks, bool statement);

}  // namespace undex
