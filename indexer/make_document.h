#pragma once
// From bytes to a document: recognise, prepare, read, structure, understand. Every parser runs in a
// cage, every external program in a sandbox.
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/convert/formats.h"

namespace undex {

/// What became of one source.
struct Made {
  Document document;            ///< without provenance but for format, media type and size
  std::vector<Member> members;  ///< of a container: sources of their own; then there is no document
  std::size_t next = 0;         ///< of a container: where to go on, 0 at its end
  std::string format;           ///< its row in formats(), also when it is refused; empty: none fits
  std::string reason;           ///< why it is none of both; empty when it is
  std::string remedy;
};

/// The answer as bytes, for a process that makes documents for another. read_made() throws
/// Error{check} when they are none, or when what they hold is no document.
std::string write_made(const Made& made);
Made read_made(std::string_view bytes);

/// Makes documents. Not for several threads at once; one a process is enough. Forks: see cage.h.
class DocumentMaker {
 public:
  DocumentMaker();
  DocumentMaker(DocumentMaker&&) noexcept;
  DocumentMaker& operator=(DocumentMaker&&) noexcept;
  ~DocumentMaker();

  /// One answer a source, in order. Never throws for a source. Those that need the same external
  /// program share its start.
  std::vector<Made> make(std::span<const NamedBytes> sources);
  Made make(const NamedBytes& source);
  /// The members of a container from number `from` on.
  Made unpack(const NamedBytes& source, std::size_t from);

  /// The same as read_made() takes it: whoever only passes it on need not read it.
  std::vector<std::string> make_packed(std::span<const NamedBytes> sources);
  std::string unpack_packed(const NamedBytes& source, std::size_t from);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex
