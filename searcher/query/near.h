#pragma once
// a NEAR/5 b NEAR/5 c: the operators of distance, and what may stand beside them.
#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/cursor.h"

namespace undex::query {

class NearChain {
 public:
  explicit NearChain(Cursor& at) : at_(at) {}

  /// Moves past NEAR/5 or ADJ/2 and the blanks about it; false when neither stands here. Throws
  /// QueryError for a distance that is none, and for another one than that of the chain.
  bool read_sign();
  const std::string& name() const { return name_; }  ///< "NEAR", of the last sign
  std::size_t place() const { return place_; }       ///< of the last sign

  void add(Node part);
  [[noreturn]] void refuse_not() const;
  /// The last part: all of the chain as one node, or the part alone when there was no sign.
  Node close(Node part, std::size_t begin);

 private:
  std::size_t read_distance() const;
  void refuse_number_apart() const;

  Cursor& at_;
  std::string name_;
  std::size_t place_ = 0;
  std::size_t distance_ = 0;
  std::vector<Node> parts_;
};

}  // namespace undex::query
