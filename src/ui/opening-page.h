/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_OPENING_PAGE (tranche_opening_page_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOpeningPage, tranche_opening_page, TRANCHE, OPENING_PAGE, AdwBin)

/**
 * TrancheOpeningPage:
 *
 * What stands in the window while a book opens; where that takes long because an
 * older version wrote it, what is done with it and how far that is.
 */
/* From now on it tells of this opening. */
void tranche_opening_page_watch (TrancheOpeningPage *self,
                                 TrancheBookUpgrade *upgrade);

G_END_DECLS
