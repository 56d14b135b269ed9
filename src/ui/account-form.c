/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/account-form.h"

#include <glib/gi18n.h>

#include "ui/agreement-form.h"
#include "ui/callback-group.h"
#include "ui/code-row.h"
#include "ui/field-row.h"

struct _TrancheAccountForm {
  AdwBin parent_instance;

  /* What the form began with; what it does not show is kept from it. */
  TrancheAccount *account;
  gboolean is_new;
  gboolean has_secret; /* one is stored that can be kept */
  gboolean password_missing;
  /* (element-type TrancheCodeRow) (not owned): the group owns its rows. */
  GPtrArray *product_rows;

  AdwComboRow *bank_row;
  GtkStringList *banks;
  TrancheFieldRow *name_row;
  TrancheFieldRow *shop_id_row;
  TrancheFieldRow *showcase_id_row;
  AdwPasswordEntryRow *password_row;
  TrancheFieldRow *base_url_row;
  AdwSwitchRow *demo_row;
  AdwSwitchRow *auto_commit_row;
  AdwSwitchRow *ask_handover_row;
  AdwSpinRow *payout_days_row;
  AdwSpinRow *rate_row;
  AdwPreferencesGroup *products_group;
  TrancheAgreementForm *agreement_form;
  TrancheCallbackGroup *callback_group;
};

G_DEFINE_FINAL_TYPE (TrancheAccountForm, tranche_account_form, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_IS_NEW,
  PROP_HAS_SECRET,
  PROP_PASSWORD_MISSING,
  PROP_FIELDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static TrancheAccountFields
get_fields (TrancheAccountForm *self)
{
  const TrancheBankInfo *bank =
    self->account != NULL ? tranche_shop_find_bank (tranche_account_get_bank (self->account)) : NULL;

  return bank != NULL ? bank->fields : 0;
}

static gboolean
has_shop_id (gpointer unused,
             guint    fields)
{
  return (fields & TRANCHE_ACCOUNT_SHOP_ID) != 0;
}

static gboolean
has_test_world (gpointer unused,
                guint    fields)
{
  return (fields & TRANCHE_ACCOUNT_TEST_WORLD) != 0;
}

static gboolean
has_auto_commit (gpointer unused,
                 guint    fields)
{
  return (fields & TRANCHE_ACCOUNT_AUTO_COMMIT) != 0;
}

static gboolean
has_agreement (gpointer unused,
               guint    fields)
{
  return (fields & TRANCHE_ACCOUNT_AGREEMENT) != 0;
}

static char *
login_label (gpointer unused,
             guint    fields)
{
  return g_strdup ((fields & TRANCHE_ACCOUNT_AGREEMENT) != 0 ? _("Store ID") : _("Showcase ID"));
}

static char *
password_title (gpointer unused,
                guint    fields,
                gboolean has_secret,
                gboolean missing)
{
  const char *title;

  if ((fields & TRANCHE_ACCOUNT_AGREEMENT) != 0)
    title = has_secret ? _("Secret (leave empty to keep it)") : _("Secret");
  else
    title = has_secret ? _("API password (leave empty to keep it)") : _("API password");

  return missing ? g_strdup_printf (_("%s — %s"), title, _("Required")) : g_strdup (title);
}

static void
set_password_missing (TrancheAccountForm *self,
                      gboolean            missing)
{
  if (self->password_missing == missing)
    return;

  self->password_missing = missing;
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->password_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->password_row), "error");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PASSWORD_MISSING]);
}

static void
password_changed_cb (TrancheAccountForm *self)
{
  set_password_missing (self, FALSE);
}

static void
remove_product_cb (TrancheAccountForm *self,
                   TrancheCodeRow  *row)
{
  g_ptr_array_remove (self->product_rows, row);
  adw_preferences_group_remove (self->products_group, GTK_WIDGET (row));
}

static GtkWidget *
add_product (TrancheAccountForm   *self,
             const TrancheProduct *product)
{
  GtkWidget *row = g_object_new (TRANCHE_TYPE_CODE_ROW,
                                 "code-label", _("Code or exact name at the bank"),
                                 "new-title", _("New product"),
                                 "show-terms", has_agreement (NULL, get_fields (self)),
                                 NULL);

  if (product != NULL)
    g_object_set (row, "code", product->code, "name", product->name, "terms", product->terms, NULL);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_product_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->product_rows, row);
  adw_preferences_group_add (self->products_group, row);

  return row;
}

static void
add_product_clicked_cb (TrancheAccountForm *self)
{
  gtk_widget_grab_focus (add_product (self, NULL));
}

static void
fill (TrancheAccountForm *self)
{
  GPtrArray *products = tranche_account_get_products (self->account);

  tranche_field_row_set_text (self->name_row, tranche_account_get_name (self->account));
  tranche_field_row_set_text (self->shop_id_row, tranche_account_get_shop_id (self->account));
  tranche_field_row_set_text (self->showcase_id_row, tranche_account_get_showcase_id (self->account));
  tranche_field_row_set_text (self->base_url_row, tranche_account_get_base_url (self->account));
  adw_switch_row_set_active (self->demo_row, tranche_account_get_demo (self->account));
  adw_switch_row_set_active (self->auto_commit_row,
                             tranche_account_get_auto_commit (self->account));
  adw_switch_row_set_active (self->ask_handover_row,
                             tranche_account_get_ask_handover (self->account));
  adw_spin_row_set_value (self->payout_days_row, tranche_account_get_payout_days (self->account));
  adw_spin_row_set_value (self->rate_row, tranche_account_get_rate (self->account));

  while (self->product_rows->len > 0)
    remove_product_cb (self, self->product_rows->pdata[0]);
  for (guint i = 0; i < products->len; i++)
    add_product (self, products->pdata[i]);

  tranche_agreement_form_set_agreement (self->agreement_form,
                                        tranche_account_get_agreement (self->account));
  tranche_callback_group_set_agreement (self->callback_group,
                                        tranche_account_get_agreement (self->account));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELDS]);
}

static void
bank_selected_cb (TrancheAccountForm *self)
{
  guint n_banks;
  const TrancheBankInfo *banks = tranche_shop_list_banks (&n_banks);
  guint selected = adw_combo_row_get_selected (self->bank_row);

  if (!self->is_new || selected >= n_banks ||
      g_strcmp0 (tranche_account_get_bank (self->account), banks[selected].id) == 0)
    return;

  g_clear_object (&self->account);
  self->account = tranche_shop_new_account (banks[selected].id);
  fill (self);
}

/* The text of @row; marks it where there is none. */
static char *
collect_required (TrancheFieldRow *row,
                  gboolean        *valid)
{
  char *text = tranche_field_row_dup_text (row);

  if (text == NULL) {
    tranche_field_row_set_flaw (row, _("Required"));
    if (*valid)
      gtk_widget_grab_focus (GTK_WIDGET (row));
    *valid = FALSE;
  }

  return text;
}

static gboolean
is_address (const char *text)
{
  g_autoptr (GUri) uri = text != NULL ? g_uri_parse (text, G_URI_FLAGS_NONE, NULL) : NULL;

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static GPtrArray *
collect_products (TrancheAccountForm *self,
                  gboolean           *valid)
{
  g_autoptr (GPtrArray) products =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  for (guint i = 0; i < self->product_rows->len; i++) {
    g_autofree char *code = NULL;
    g_autofree char *name = NULL;
    g_autofree char *terms = NULL;

    if (tranche_code_row_collect (self->product_rows->pdata[i], &code, &name, &terms)) {
      g_ptr_array_add (products, tranche_product_new (code, name != NULL ? name : code, terms));
    } else {
      if (*valid)
        gtk_widget_grab_focus (self->product_rows->pdata[i]);
      *valid = FALSE;
    }
  }

  return g_steal_pointer (&products);
}

static gboolean
check_password (TrancheAccountForm *self)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password_row));

  if (!self->is_new || *password != '\0')
    return TRUE;

  set_password_missing (self, TRUE);
  return FALSE;
}

static void
tranche_account_form_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheAccountForm *self = TRANCHE_ACCOUNT_FORM (object);

  switch (prop_id) {
  case PROP_IS_NEW:
    g_value_set_boolean (value, self->is_new);
    break;
  case PROP_HAS_SECRET:
    g_value_set_boolean (value, self->has_secret);
    break;
  case PROP_PASSWORD_MISSING:
    g_value_set_boolean (value, self->password_missing);
    break;
  case PROP_FIELDS:
    g_value_set_uint (value, get_fields (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_account_form_dispose (GObject *object)
{
  TrancheAccountForm *self = TRANCHE_ACCOUNT_FORM (object);

  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ACCOUNT_FORM);

  G_OBJECT_CLASS (tranche_account_form_parent_class)->dispose (object);
}

static void
tranche_account_form_finalize (GObject *object)
{
  TrancheAccountForm *self = TRANCHE_ACCOUNT_FORM (object);

  g_ptr_array_unref (self->product_rows);

  G_OBJECT_CLASS (tranche_account_form_parent_class)->finalize (object);
}

static void
tranche_account_form_class_init (TrancheAccountFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_account_form_get_property;
  object_class->dispose = tranche_account_form_dispose;
  object_class->finalize = tranche_account_form_finalize;

  properties[PROP_PASSWORD_MISSING] =
    g_param_spec_boolean ("password-missing", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_NEW] =
    g_param_spec_boolean ("is-new", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_SECRET] =
    g_param_spec_boolean ("has-secret", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELDS] =
    g_param_spec_uint ("fields", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_AGREEMENT_FORM);
  g_type_ensure (TRANCHE_TYPE_CALLBACK_GROUP);
  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/account-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, bank_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, banks);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, shop_id_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, showcase_id_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, password_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, base_url_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, demo_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, auto_commit_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, ask_handover_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, payout_days_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, rate_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, products_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, agreement_form);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountForm, callback_group);
  gtk_widget_class_bind_template_callback (widget_class, has_shop_id);
  gtk_widget_class_bind_template_callback (widget_class, has_test_world);
  gtk_widget_class_bind_template_callback (widget_class, has_auto_commit);
  gtk_widget_class_bind_template_callback (widget_class, has_agreement);
  gtk_widget_class_bind_template_callback (widget_class, login_label);
  gtk_widget_class_bind_template_callback (widget_class, password_title);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, bank_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_product_clicked_cb);
}

static void
tranche_account_form_init (TrancheAccountForm *self)
{
  self->product_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_account_form_set_account (TrancheAccountForm *self,
                                  TrancheAccount     *account,
                                  gboolean            has_secret)
{
  guint n_banks;
  const TrancheBankInfo *banks = tranche_shop_list_banks (&n_banks);

  g_return_if_fail (TRANCHE_IS_ACCOUNT_FORM (self));
  g_return_if_fail (self->account == NULL);

  self->is_new = account == NULL;
  self->has_secret = has_secret;
  self->account = self->is_new ? tranche_shop_new_account (banks[0].id) : g_object_ref (account);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NEW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SECRET]);

  for (guint i = 0; i < n_banks; i++) {
    gtk_string_list_append (self->banks, banks[i].name);
    if (g_strcmp0 (banks[i].id, tranche_account_get_bank (self->account)) == 0)
      adw_combo_row_set_selected (self->bank_row, i);
  }
  fill (self);
}

TrancheAccount *
tranche_account_form_collect (TrancheAccountForm *self)
{
  gboolean valid = TRUE;
  g_autoptr (TrancheAccount) account = tranche_account_copy (self->account);
  g_autofree char *name = collect_required (self->name_row, &valid);
  g_autofree char *shop_id =
    has_shop_id (NULL, get_fields (self)) ? collect_required (self->shop_id_row, &valid) : NULL;
  g_autofree char *showcase_id = collect_required (self->showcase_id_row, &valid);
  g_autofree char *base_url = collect_required (self->base_url_row, &valid);
  g_autoptr (GPtrArray) products = collect_products (self, &valid);
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_form_collect (self->agreement_form);

  if (agreement == NULL)
    valid = FALSE;

  if (base_url != NULL && !is_address (base_url)) {
    tranche_field_row_set_flaw (self->base_url_row, _("Not an address"));
    valid = FALSE;
  }

  if (!check_password (self))
    valid = FALSE;

  if (!valid)
    return NULL;

  tranche_account_set_name (account, name);
  tranche_account_set_shop_id (account, shop_id);
  tranche_account_set_showcase_id (account, showcase_id);
  tranche_account_set_base_url (account, base_url);
  tranche_account_set_demo (account, adw_switch_row_get_active (self->demo_row));
  tranche_account_set_auto_commit (account, adw_switch_row_get_active (self->auto_commit_row));
  tranche_account_set_ask_handover (account, adw_switch_row_get_active (self->ask_handover_row));
  tranche_account_set_payout_days (account, (guint) adw_spin_row_get_value (self->payout_days_row));
  tranche_account_set_rate (account, (guint) adw_spin_row_get_value (self->rate_row));
  tranche_account_set_products (account, products);
  tranche_callback_group_collect (self->callback_group, agreement);
  tranche_account_set_agreement (account, agreement);

  return g_steal_pointer (&account);
}

const char *
tranche_account_form_get_secret (TrancheAccountForm *self)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password_row));

  return *password != '\0' ? password : NULL;
}
