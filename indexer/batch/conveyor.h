#pragma once
// Sources on their way: read by job processes in whatever order they end, given back in the order
// in which they came. What is in flight is bounded in number and in bytes.
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/batch/documents_job.h"
#include "indexer/batch/pool.h"
#include "indexer/outcome.h"

namespace undex {

/// One source.
struct Piece {
  Outcome outcome;   ///< its source is set; the rest once it is settled
  std::string name;  ///< what the bytes are called: a hint
  std::string bytes;
  std::string sha256;
  std::size_t depth = 0;             ///< how many containers it lies in
  bool settled = false;              ///< nothing is left to read: it has a document or an outcome
  std::optional<Document> document;  ///< read from it
  std::size_t document_bytes = 0;    ///< what that takes of memory, about
};

struct ConveyorLimits {
  std::size_t pieces = 256;
  std::size_t bytes = std::size_t{64} << 20;  ///< unless one source alone is larger
  std::size_t depth = 3;                      ///< of containers in containers
  std::size_t members = 100'000;              ///< of one source, at all depths together
};

class Conveyor {
 public:
  /// `admit` looks at each member of a container before it is read: it may settle it.
  Conveyor(Pool& pool, std::function<void(Piece&)> admit, ConveyorLimits limits = {});

  bool empty() const { return items_.empty(); }
  /// Whether a source of so many bytes may be pushed.
  bool has_room(std::size_t bytes) const;
  void push(Piece piece);
  /// The first one, once it is settled.
  std::optional<Piece> pop();
  /// How many of the sources pushed are still here.
  std::size_t sources() const { return sources_; }
  /// Hands out what can be handed out and waits until something is answered or the time is over.
  void wait(std::chrono::milliseconds most);

 private:
  struct Item {
    Piece piece;
    std::size_t number = 0;        // of the pieces that came
    bool retried = false;          // its process died once
    std::size_t next = 0;          // of a container: the member to go on with
    std::string next_number = {};  // the same, as it is asked for
  };
  using Place = std::list<Item>::iterator;

  void queue(Place place, bool first);
  void hand_out();
  void ask(std::vector<Place> places);
  void ask_for_members(Place place);
  bool is_gathering_over() const;
  std::vector<Place> gathered_group();
  void take(Answer answer);
  void take_death(const std::vector<Place>& places, const std::string& death);
  void take_made(Place place, std::string_view packed);
  void take_members(Place place, Made made);
  Item member_item(const Piece& container, Member member);
  void settle_failed(Place place, std::string reason, std::string remedy);
  void remove(Place place);

  Pool& pool_;
  std::function<void(Piece&)> admit_;
  ConveyorLimits limits_;
  std::list<Item> items_;
  std::deque<Place> ready_;     // to be read, one a request
  std::deque<Place> gathered_;  // to be read together: they share the start of a program
  std::map<std::size_t, std::vector<Place>> asked_;
  std::map<std::size_t, std::size_t> members_;  // so far, by the number of their source
  std::size_t next_ticket_ = 0, next_number_ = 0;
  std::size_t bytes_ = 0, sources_ = 0;
};

}  // namespace undex
