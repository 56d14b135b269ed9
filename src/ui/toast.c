/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/toast.h"

AdwToast *
tranche_toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);

  return toast;
}

void
tranche_toast_show (AdwToastOverlay *overlay,
                    const char      *text)
{
  adw_toast_overlay_add_toast (overlay, tranche_toast_new (text));
}
