#pragma once
// Two documents, or two places, side by side.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/compare?a=E/2003/75&b=E/2009/21&show=reworded", "/compare?a=E/2003/75:1&b=E/2009/21:1". Other
/// forms of the names lead to these; without both it is a form to fill in. `show` is one of the
/// counts that lead here: "changed" (all but the identical ones), "identical", "reworded", "moved",
/// "successor", "gone", "added".
HttpResponse compare_page(const Call& call);

}  // namespace undex::serve
