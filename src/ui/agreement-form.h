/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_AGREEMENT_FORM (tranche_agreement_form_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAgreementForm, tranche_agreement_form, TRANCHE, AGREEMENT_FORM, AdwBin)

/**
 * TrancheAgreementForm:
 *
 * What shop and bank agreed upon: points of sale, services, and the names of
 * the headers.
 */
void              tranche_agreement_form_set_agreement (TrancheAgreementForm   *self,
                                                        const TrancheAgreement *agreement);
/* What was typed; NULL, with the fault shown at its field and focused, where
 * it is not complete. (transfer full) (nullable) */
TrancheAgreement *tranche_agreement_form_collect       (TrancheAgreementForm   *self);

G_END_DECLS
