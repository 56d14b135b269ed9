/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/adoption-list.h"

G_BEGIN_DECLS

/* "Added: Ready to commit, 2 499,99 ₽". (transfer full) (not nullable) */
char       *tranche_adoption_text         (TrancheAdoption      *adoption);
const char *tranche_adoption_icon_name    (TrancheAdoptionState  state);
/* (nullable) */
const char *tranche_adoption_css_class    (TrancheAdoptionState  state);
/* "3 of 5": while it runs. (transfer full) */
char       *tranche_adoption_progress     (TrancheAdoptionList  *list);
/* "Added: 3. Already here: 1. Not found: 1." (transfer full) */
char       *tranche_adoption_summary      (TrancheAdoptionList  *list);

G_END_DECLS
