#include "indexer/batch/conveyor.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

#include "corpus/text.h"
#include "indexer/convert/formats.h"
#include "undex/error.h"

namespace undex {
namespace {

/// What the sandbox and the cage allow is far below; a job process that takes longer hangs.
constexpr std::chrono::minutes kMostForASource{10};
/// A document takes some four times the room of its XML.
constexpr std::size_t kRoomOfXml = 4;
/// Sources handed out together are held twice: here and in the job process.
constexpr std::size_t kGroupBytes = std::size_t{16} << 20;

/// How many sources of such a name one start of a program takes, whatever they are of the formats
/// that use the name. It is a hint: a source that is not what it is called is read all the same.
std::size_t most_at_once(std::string_view name) {
  std::string extension = std::filesystem::path(name).extension().string();
  if (extension.size() < 2) return 1;
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string wanted = " " + extension.substr(1) + " ";
  std::optional<std::size_t> most;
  for (const Format& format : formats()) {
    const std::string known = " " + std::string(format.extensions) + " ";
    if (known.find(wanted) != std::string::npos)
      most = std::min(most.value_or(format.most_at_once), format.most_at_once);
  }
  return most.value_or(1);
}

std::size_t weight(const Piece& piece) { return piece.bytes.size() + piece.document_bytes; }

}  // namespace

Conveyor::Conveyor(Pool& pool, std::function<void(Piece&)> admit, ConveyorLimits limits)
    : pool_(pool), admit_(std::move(admit)), limits_(limits) {}

bool Conveyor::has_room(std::size_t bytes) const {
  return items_.empty() || (items_.size() < limits_.pieces && bytes_ + bytes <= limits_.bytes);
}

void Conveyor::push(Piece piece) {
  bytes_ += weight(piece);
  ++sources_;
  items_.push_back({.piece = std::move(piece), .number = next_number_++});
  if (!items_.back().piece.settled) queue(std::prev(items_.end()), false);
}

std::optional<Piece> Conveyor::pop() {
  if (items_.empty() || !items_.front().piece.settled) return std::nullopt;
  Piece piece = std::move(items_.front().piece);
  bytes_ -= weight(piece);
  if (piece.depth == 0) --sources_;
  members_.erase(members_.begin(), members_.lower_bound(items_.front().number));
  items_.pop_front();
  return piece;
}

void Conveyor::wait(std::chrono::milliseconds most) {
  hand_out();
  if (asked_.empty()) return;
  for (Answer& answer : pool_.wait(most)) take(std::move(answer));
}

void Conveyor::queue(Place place, bool first) {
  std::deque<Place>& line = most_at_once(place->piece.name) > 1 ? gathered_ : ready_;
  if (first)
    line.push_front(place);
  else
    line.push_back(place);
}

/// Gathering goes on while others can be read and come in behind: it must not hold up the order.
bool Conveyor::is_gathering_over() const {
  if (gathered_.empty()) return false;
  const Item& oldest = *gathered_.front();
  return ready_.empty() || gathered_.size() >= most_at_once(oldest.piece.name) ||
         next_number_ - oldest.number >= limits_.pieces / 2;
}

std::vector<Conveyor::Place> Conveyor::gathered_group() {
  std::vector<Place> group;
  const std::size_t most = most_at_once(gathered_.front()->piece.name);
  for (std::size_t bytes = 0; !gathered_.empty() && group.size() < most;) {
    bytes += gathered_.front()->piece.bytes.size();
    if (!group.empty() && bytes > kGroupBytes) break;
    group.push_back(gathered_.front());
    gathered_.pop_front();
  }
  return group;
}

void Conveyor::hand_out() {
  const auto container_waits = [this] {
    return !items_.empty() && !items_.front().piece.settled && items_.front().next > 0 &&
           items_.front().next_number.empty();
  };
  while ((container_waits() || !ready_.empty() || !gathered_.empty()) && pool_.is_ready()) {
    if (container_waits()) {
      ask_for_members(items_.begin());
    } else if (is_gathering_over()) {
      ask(gathered_group());
    } else {
      const Place place = ready_.front();
      ready_.pop_front();
      ask({place});
    }
  }
}

void Conveyor::ask(std::vector<Place> places) {
  std::vector<NamedBytes> sources;
  for (const Place place : places) sources.push_back({place->piece.bytes, place->piece.name});
  const std::size_t ticket = next_ticket_++;
  pool_.ask(ticket, make_request(sources), kMostForASource * places.size());
  asked_.emplace(ticket, std::move(places));
}

void Conveyor::ask_for_members(Place place) {
  Piece& piece = place->piece;
  place->next_number = std::to_string(place->next);
  const std::size_t ticket = next_ticket_++;
  pool_.ask(ticket, unpack_request({piece.bytes, piece.name}, place->next_number), kMostForASource);
  asked_.emplace(ticket, std::vector<Place>{place});
}

void Conveyor::take(Answer answer) {
  const auto asked = asked_.find(answer.ticket);
  const std::vector<Place> places = std::move(asked->second);
  asked_.erase(asked);
  if (!answer.frame || answer.frame->size() != places.size()) {
    take_death(places, answer.death.empty() ? "gave no answer" : answer.death);
    return;
  }
  // From the last to the first: members that go to the front of the line keep their order.
  for (std::size_t at = places.size(); at-- > 0;) take_made(places[at], (*answer.frame)[at]);
}

/// A death costs the one source in hand: each is tried once more by itself.
void Conveyor::take_death(const std::vector<Place>& places, const std::string& death) {
  for (auto at = places.rbegin(); at != places.rend(); ++at) {
    const Place place = *at;
    place->next_number.clear();
    if (place->retried)
      settle_failed(place, "the process that read it " + death,
                    "see that the file opens in its own program, and save it anew");
    else if (place->next == 0)
      ready_.push_front(place);
    place->retried = true;
  }
}

void Conveyor::take_made(Place place, std::string_view packed) {
  Piece& piece = place->piece;
  place->retried = false;
  try {
    Made made = read_made(packed);
    if (!made.reason.empty()) {
      settle_failed(place, std::move(made.reason), std::move(made.remedy));
    } else if (!made.members.empty() || place->next > 0) {
      take_members(place, std::move(made));
    } else {
      piece.document = std::move(made.document);
      piece.document_bytes = kRoomOfXml * packed.size();
      piece.settled = true;
      bytes_ += piece.document_bytes;
    }
  } catch (const Error& error) {
    settle_failed(place, error.what(), error.hint);
  }
}

/// The members take the place of their container, and what is left of it stands behind them.
void Conveyor::take_members(Place place, Made made) {
  if (place->piece.depth >= limits_.depth) {
    settle_failed(place, "it lies in " + std::to_string(limits_.depth) + " others and holds more",
                  "unpack it and index what is in it");
    return;
  }
  std::size_t& count = members_[place->number];
  count += made.members.size();
  if (count > limits_.members) {
    settle_failed(place, "more than " + std::to_string(limits_.members) + " files in one source",
                  "unpack it and index what is in it");
    return;
  }
  std::vector<Place> fresh;
  for (Member& member : made.members) {
    const Place at = items_.insert(place, member_item(place->piece, std::move(member)));
    at->number = place->number;
    bytes_ += weight(at->piece);
    if (!at->piece.settled) fresh.push_back(at);
  }
  for (auto at = fresh.rbegin(); at != fresh.rend(); ++at) queue(*at, true);
  place->next = made.next;
  place->next_number.clear();
  if (made.next == 0) remove(place);
}

Conveyor::Item Conveyor::member_item(const Piece& container, Member member) {
  Item item;
  Piece& piece = item.piece;
  const std::string name = repair_utf8(member.name);
  piece.outcome.source = container.outcome.source + "/" + name;
  piece.name = std::filesystem::path(name).filename().string();
  piece.bytes = std::move(member.bytes);
  piece.depth = container.depth + 1;
  if (!member.reason.empty()) {
    fail(piece.outcome, std::move(member.reason), std::move(member.remedy));
    if (member.passed_over) piece.outcome.what = Outcome::What::skipped;
    piece.settled = true;
  } else {
    admit_(piece);
  }
  return item;
}

void Conveyor::settle_failed(Place place, std::string reason, std::string remedy) {
  fail(place->piece.outcome, std::move(reason), std::move(remedy));
  place->piece.settled = true;
}

void Conveyor::remove(Place place) {
  bytes_ -= weight(place->piece);
  if (place->piece.depth == 0) --sources_;
  items_.erase(place);
}

}  // namespace undex
