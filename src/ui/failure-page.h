/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_FAILURE_PAGE (tranche_failure_page_get_type ())
G_DECLARE_FINAL_TYPE (TrancheFailurePage, tranche_failure_page, TRANCHE, FAILURE_PAGE, AdwBin)

/**
 * TrancheFailurePage:
 *
 * Why the order book could not be opened, and what can be done. Its buttons are
 * actions of the window.
 */
/* @path: (nullable): of the book; %NULL for the demo banks. */
void tranche_failure_page_show (TrancheFailurePage *self,
                                const GError       *error,
                                const char         *path);
/* When the page is seen: the next Enter tries again. */
void tranche_failure_page_focus (TrancheFailurePage *self);

G_END_DECLS
