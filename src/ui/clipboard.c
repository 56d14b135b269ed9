/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/clipboard.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
tranche_clipboard_copy (GtkWidget  *widget,
                        const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);

  if (overlay == NULL)
    return;

  toast = adw_toast_new (_("Copied to the clipboard"));
  adw_toast_set_timeout (toast, 2);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
