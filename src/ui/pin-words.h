/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pin-dialog.h"

G_BEGIN_DECLS

const char *tranche_pin_title     (TranchePinPurpose  purpose);
const char *tranche_pin_body      (TranchePinPurpose  purpose);
/* On the button that does it. */
const char *tranche_pin_run_label (TranchePinPurpose  purpose);
/* "Too many wrong PINs. Wait 20 seconds." (transfer full) */
char       *tranche_pin_wait_text (guint              seconds);
/* Why it did not work. (transfer full) */
char       *tranche_pin_error_text (const GError      *error);

G_END_DECLS
