#pragma once
// What an archive and its index hold, as the check of a draft asks for it. Nothing is read twice.
#include <functional>
#include <memory>

#include "corpus/archive.h"
#include "searcher/check/check.h"

namespace undex {

class ArchiveHoldings : public CheckHoldings {
 public:
  /// Gives a document held with its marks.
  using Read = std::function<Document(const ArchiveEntry&)>;

  /// For one draft: itself, when it is held, and its own citations say nothing of it. The archive
  /// must live as long; errors as Searcher::open.
  ArchiveHoldings(const Archive& archive, const Document& draft, Read read);
  ~ArchiveHoldings() override;

  const Document* held(const Symbol& symbol) override;
  bool is_held(const Symbol& symbol) override;
  std::size_t citing(const Symbol& symbol) override;
  const std::vector<PrintedDate>& dates(const Symbol& symbol) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex
