#pragma once
// What the parent and its job processes say to each other over a socket: frames, each a list of
// byte strings. Both ends are ours; a frame that is none ends the conversation.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

using Frame = std::vector<std::string>;

/// How far a frame has come. `blocked` only where the socket does not block.
enum class Transfer { blocked, whole, ended };

/// Sends one frame. The fields are not copied: they must stay where they are until it is whole.
class FrameWriter {
 public:
  FrameWriter() = default;
  explicit FrameWriter(std::vector<std::string_view> fields);
  /// Writes what the socket takes.
  Transfer write(int socket);

 private:
  std::string sizes_;
  std::vector<std::string_view> fields_;
  std::size_t at_ = 0;    // 0: sizes_, then the fields
  std::size_t done_ = 0;  // of what is at at_
};

/// Receives one frame after the other.
class FrameReader {
 public:
  /// Reads what is there, to the end of the frame and no further.
  Transfer read(int socket);
  /// The frame that is whole; the next one begins.
  Frame take();

 private:
  enum class Part { count, sizes, fields };
  /// Goes on to the next part when this one is filled; false when the frame is none of ours.
  bool advance();
  std::string& target();

  Part part_ = Part::count;
  std::string numbers_ = std::string(sizeof(std::size_t), '\0');
  Frame fields_;
  std::size_t at_ = 0;    // among the fields
  std::size_t done_ = 0;  // of the target
  bool whole_ = false;
};

}  // namespace undex
