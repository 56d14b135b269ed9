/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/banners.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/format.h"
#include "ui/keeping-words.h"
#include "ui/view-words.h"

struct _TrancheBanners {
  AdwBin parent_instance;

  AdwBanner *archive_banner;
  AdwBanner *demo_banner;
  AdwBanner *offline_banner;
  AdwBanner *trouble_banner;
  AdwBanner *clock_banner;
  AdwBanner *backup_banner;
  AdwBanner *account_banner;
  AdwBanner *missed_banner;
  AdwBanner *locked_banner;

  TrancheShop *shop;
};

G_DEFINE_FINAL_TYPE (TrancheBanners, tranche_banners, ADW_TYPE_BIN)

static void
online_changed_cb (TrancheBanners *self)
{
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (self->shop);

  adw_banner_set_revealed (self->offline_banner, !tranche_live_status_get_online (live_status));
}

static void
missed_changed_cb (TrancheBanners *self)
{
  guint n_missed = tranche_commit_plans_get_n_missed (tranche_shop_get_commit_plans (self->shop));
  g_autofree char *title = NULL;

  if (n_missed > 0) {
    title = g_strdup_printf (ngettext ("%u order was to be committed while the program was not running",
                                       "%u orders were to be committed while the program was not running",
                                       n_missed), n_missed);
    adw_banner_set_title (self->missed_banner, title);
  }
  adw_banner_set_revealed (self->missed_banner, n_missed > 0);
}

static void
trouble_changed_cb (TrancheBanners *self)
{
  const GError *trouble = tranche_order_book_get_trouble (tranche_shop_get_book (self->shop));
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autofree char *title = NULL;

  if (trouble != NULL) {
    words = tranche_error_words_new (trouble, TRANCHE_OPERATION_NONE);
    /* Translators: %s is such as "The disk is full" */
    title = g_strdup_printf (_("%s. Nothing can be saved, and nothing is sent to a bank."), words->title);
    adw_banner_set_title (self->trouble_banner, title);
  }
  adw_banner_set_revealed (self->trouble_banner, trouble != NULL);
}

static void
clock_changed_cb (TrancheBanners *self)
{
  GDateTime *expected = tranche_clock_watch_get_expected (tranche_shop_get_clock_watch (self->shop));
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;

  if (expected != NULL) {
    time = tranche_format_date_time (expected);
    /* Translators: %s is a time such as "3 December 2025, 14:05" */
    title = g_strdup_printf (_("The clock of this computer was set back: it was %s already. "
                               "Deadlines seem further away than they are."), time);
    adw_banner_set_title (self->clock_banner, title);
  }
  adw_banner_set_revealed (self->clock_banner, expected != NULL);
}

static void
trust_clock_cb (TrancheBanners *self)
{
  tranche_clock_watch_trust (tranche_shop_get_clock_watch (self->shop));
}

static void
backup_changed_cb (TrancheBanners *self)
{
  const GError *trouble =
    tranche_daily_backup_get_trouble (tranche_shop_get_daily_backup (self->shop));
  g_autofree char *title = NULL;

  if (trouble != NULL) {
    title = tranche_backup_failure_words (trouble);
    adw_banner_set_title (self->backup_banner, title);
  }
  adw_banner_set_revealed (self->backup_banner, trouble != NULL);
}

/* (nullable) */
static char *
account_title (TrancheConnection *connection)
{
  g_autofree char *label = tranche_account_label (tranche_connection_get_account (connection));

  switch (tranche_connection_get_state (connection)) {
  case TRANCHE_CONNECTION_REFUSED:
    /* Translators: %s is the name of an account at a bank, here and below */
    return g_strdup_printf (_("%s: the bank refuses the password. Its orders stand still."), label);
  case TRANCHE_CONNECTION_NO_SECRET:
    return g_strdup_printf (_("%s: the password is missing. Its orders stand still."), label);
  case TRANCHE_CONNECTION_KEYRING_LOCKED:
    return g_strdup_printf (_("%s: the keyring is locked. Its orders stand still."), label);
  case TRANCHE_CONNECTION_NO_KEYRING:
    return g_strdup_printf (_("%s: this desktop has no keyring. Its orders stand still."), label);
  case TRANCHE_CONNECTION_OPENING:
  case TRANCHE_CONNECTION_READY:
  default:
    return NULL;
  }
}

static void
show_account (TrancheBanners    *self,
              TrancheConnection *connection,
              const char        *title)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  const char *fix = tranche_connection_state_fix (tranche_connection_get_state (connection));

  adw_banner_set_title (self->account_banner, title);
  adw_banner_set_button_label (self->account_banner, fix);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->account_banner), "s",
                                    tranche_account_get_id (account));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->account_banner), "win.fix-account");
}

/* The first account that cannot ask its bank; the others follow when it is mended. */
static void
accounts_changed_cb (TrancheBanners *self)
{
  GListModel *connections = tranche_shop_get_connections (self->shop);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
    g_autofree char *title = account_title (connection);

    g_signal_handlers_disconnect_by_func (connection, accounts_changed_cb, self);
    g_signal_connect_object (connection, "notify::state",
                             G_CALLBACK (accounts_changed_cb), self, G_CONNECT_SWAPPED);

    if (stopped || title == NULL)
      continue;

    stopped = TRUE;
    show_account (self, connection, title);
  }

  adw_banner_set_revealed (self->account_banner, stopped);
}

static void
tranche_banners_dispose (GObject *object)
{
  TrancheBanners *self = TRANCHE_BANNERS (object);

  g_clear_object (&self->shop);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_BANNERS);

  G_OBJECT_CLASS (tranche_banners_parent_class)->dispose (object);
}

static void
tranche_banners_class_init (TrancheBannersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_banners_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/banners.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, archive_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, demo_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, offline_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, trouble_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, clock_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, backup_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, account_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, missed_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBanners, locked_banner);
  gtk_widget_class_bind_template_callback (widget_class, trust_clock_cb);
}

static void
tranche_banners_init (TrancheBanners *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_banners_set_shop (TrancheBanners *self,
                          TrancheShop    *shop)
{
  g_return_if_fail (TRANCHE_IS_BANNERS (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));
  g_return_if_fail (self->shop == NULL);

  self->shop = g_object_ref (shop);
  g_signal_connect_object (tranche_shop_get_live_status (shop), "notify::online",
                           G_CALLBACK (online_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_commit_plans (shop), "notify::n-missed",
                           G_CALLBACK (missed_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_book (shop), "notify::trouble",
                           G_CALLBACK (trouble_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_clock_watch (shop), "notify::expected",
                           G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_daily_backup (shop), "notify::trouble",
                           G_CALLBACK (backup_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_connections (shop), "items-changed",
                           G_CALLBACK (accounts_changed_cb), self, G_CONNECT_SWAPPED);

  g_object_bind_property (tranche_shop_get_guard (shop), "locked",
                          self->locked_banner, "revealed", G_BINDING_SYNC_CREATE);

  adw_banner_set_revealed (self->archive_banner, tranche_shop_get_archive (shop));
  adw_banner_set_revealed (self->demo_banner, tranche_shop_get_demo (shop));
  online_changed_cb (self);
  missed_changed_cb (self);
  trouble_changed_cb (self);
  clock_changed_cb (self);
  backup_changed_cb (self);
  accounts_changed_cb (self);
}
