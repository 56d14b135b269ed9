/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/adoption.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ADOPTION_ROW (tranche_adoption_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAdoptionRow, tranche_adoption_row, TRANCHE, ADOPTION_ROW, AdwBin)

/**
 * TrancheAdoptionRow:
 *
 * An order on its way into the book, and how it stands with it.
 */
/* @adoption: (nullable) */
void tranche_adoption_row_set_adoption (TrancheAdoptionRow *self,
                                        TrancheAdoption    *adoption);

G_END_DECLS
