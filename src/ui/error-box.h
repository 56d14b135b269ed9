/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/history-entry.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ERROR_BOX (tranche_error_box_get_type ())
G_DECLARE_FINAL_TYPE (TrancheErrorBox, tranche_error_box, TRANCHE, ERROR_BOX, AdwBin)

/**
 * TrancheErrorBox:
 *
 * A failure in words within a form or dialog: what happened, whether money
 * may have moved, what to do, and the technical lines for support. Hidden
 * while there is nothing to tell; announced by screen readers when it shows.
 */
void tranche_error_box_show  (TrancheErrorBox  *self,
                              const GError     *error,
                              TrancheOperation  operation);
void tranche_error_box_clear (TrancheErrorBox  *self);

G_END_DECLS
