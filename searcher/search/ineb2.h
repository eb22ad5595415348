#pragma once
// The engine's scheme IneB2, which is a number for every hit: it divides by the number of documents
// that have a word, and of a phrase the engine only estimates it: of one that few have, as none.
#include <xapian.h>

namespace undex::search {

class IneB2 final : public Xapian::IneB2Weight {
 public:
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique) const override;
  double get_maxpart() const override;

 private:
  IneB2* clone() const override { return new IneB2; }  // the engine owns it
  /// What is estimated to stand nowhere, and was found, is taken to stand in one document.
  double of_one_document() const;
};

}  // namespace undex::search
