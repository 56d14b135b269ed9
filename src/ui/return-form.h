/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/return-facts.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_RETURN_FORM (tranche_return_form_get_type ())
G_DECLARE_FINAL_TYPE (TrancheReturnForm, tranche_return_form, TRANCHE, RETURN_FORM, GtkBox)

/**
 * TrancheReturnForm:
 *
 * What is to be returned: how much of it, the way on which the money goes back,
 * and the tick that the goods are in the shop.
 *
 * Signal `changed ()`: something was chosen, typed or ticked.
 */
/* What is left, and whether the card can be paid; the tick was for another
 * return and is taken back. */
void     tranche_return_form_show_facts   (TrancheReturnForm        *self,
                                           const TrancheReturnFacts *facts);
void     tranche_return_form_set_editable (TrancheReturnForm        *self,
                                           gboolean                  editable);
/* What is to be chosen or typed yet; what is wrong with the sum shows only when it
 * is taken. (nullable): when nothing is missing. */
const char *
         tranche_return_form_get_missing  (TrancheReturnForm        *self);
/* What was chosen of @left; where the sum cannot be that, says so and returns
 * %FALSE. */
gboolean tranche_return_form_take         (TrancheReturnForm        *self,
                                           const TrancheMoney       *left,
                                           TrancheMoney             *amount,
                                           gboolean                 *to_card);

G_END_DECLS
