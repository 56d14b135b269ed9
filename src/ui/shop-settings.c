/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shop-settings.h"

#include "ui/book-path.h"

static const struct {
  const char *nick;
  double pace;
} paces[] = {
  { "usual", 1.0 },
  { "seldom", 3.0 },
  { "rare", 10.0 },
};

static gboolean
get_pace (GValue   *value,
          GVariant *variant,
          gpointer  unused)
{
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paces); i++) {
    if (g_str_equal (nick, paces[i].nick)) {
      g_value_set_double (value, paces[i].pace);
      return TRUE;
    }
  }

  return FALSE;
}

void
tranche_shop_settings_bind (GSettings   *settings,
                            TrancheShop *shop)
{
  TrancheDailyBackup *daily;
  const char *path;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));

  daily = tranche_shop_get_daily_backup (shop);
  path = tranche_order_book_get_path (tranche_shop_get_book (shop));

  g_settings_bind (settings, "backup-daily", daily, "enabled", G_SETTINGS_BIND_GET);
  /* The folder is chosen for the usual book: others would write over its backups. */
  if (tranche_book_path_is_usual (path))
    g_settings_bind (settings, "backup-folder", daily, "folder", G_SETTINGS_BIND_GET);

  g_settings_bind_with_mapping (settings, "live-pace", tranche_shop_get_live_status (shop), "pace",
                                G_SETTINGS_BIND_GET, get_pace, NULL, NULL, NULL);
}

static void
log_level_changed_cb (GSettings  *settings,
                      const char *key,
                      gpointer    unused)
{
  static const char * const all[] = { "all", NULL };
  g_autofree char *level = g_settings_get_string (settings, key);

  /* Whoever set the variable wants what it says. */
  if (g_getenv ("G_MESSAGES_DEBUG") == NULL)
    g_log_writer_default_set_debug_domains (g_str_equal (level, "detailed") ? all : NULL);
}

void
tranche_log_settings_bind (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::log-level", G_CALLBACK (log_level_changed_cb), NULL);
  log_level_changed_cb (settings, "log-level", NULL);
}
