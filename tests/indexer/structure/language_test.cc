// The language of a text by its small words.
#include "indexer/structure/language.h"

#include <gtest/gtest.h>

namespace undex::structure {
namespace {

TEST(Language, IsToldBySmallWords) {
  EXPECT_EQ(language_of("The board of the office met in the hall and it is a new one."), "en");
  EXPECT_EQ(language_of("La junta de la oficina se reunió en la sala y es una sala nueva."), "es");
  EXPECT_EQ(language_of("Le conseil de la ville est dans la salle et une autre salle."), "fr");
  EXPECT_EQ(language_of("Es bueno para la junta y para la sala de la ciudad."), "es");
  EXPECT_EQ(language_of("12 345 XYZ"), "");
}

TEST(Language, IsNotToldByCitations) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "We keep 12 lamps under A/58/568, para. 4. ";
  EXPECT_EQ(language_of(text), "en");
}

}  // namespace
}  // namespace undex::structure
