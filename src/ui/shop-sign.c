/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shop-sign.h"

#include <glib/gi18n.h>

#include "ui/own-settings.h"
#include "ui/view-words.h"

static char *
read_text (GSettings  *settings,
           const char *key)
{
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  if (text == NULL)
    return NULL;

  g_strstrip (text);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

TrancheShopSign *
tranche_shop_sign_new (TrancheAccount *account)
{
  g_autoptr (GSettings) settings = tranche_own_settings_open ();
  TrancheShopSign *self = g_new0 (TrancheShopSign, 1);

  self->name = read_text (settings, "shop-name");
  self->address = read_text (settings, "shop-address");
  self->slip_width = TRANCHE_SLIP_80_MM;
  if (settings != NULL) {
    g_autofree char *width = g_settings_get_string (settings, "slip-width");

    if (g_str_equal (width, "58"))
      self->slip_width = TRANCHE_SLIP_58_MM;
  }
  if (self->name == NULL)
    self->name = account != NULL ? tranche_account_label (account) : g_strdup (_("Tranche"));

  return self;
}

void
tranche_shop_sign_free (TrancheShopSign *self)
{
  g_free (self->name);
  g_free (self->address);
  g_free (self);
}
