/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/return-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/field-row.h"
#include "ui/format.h"
#include "ui/return-words.h"

struct _TrancheReturnForm {
  GtkBox parent_instance;

  GtkWidget *amount_group;
  AdwActionRow *all_row;
  GtkCheckButton *part_check;
  TrancheFieldRow *sum_row;
  GtkWidget *way_group;
  AdwActionRow *card_row;
  GtkCheckButton *card_check;
  GtkCheckButton *cash_check;
  GtkWidget *confirmation_group;
  GtkCheckButton *confirmation_check;
};

G_DEFINE_FINAL_TYPE (TrancheReturnForm, tranche_return_form, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_part (TrancheReturnForm *self)
{
  return gtk_check_button_get_active (self->part_check);
}

static void
changed_cb (TrancheReturnForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tranche_return_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_RETURN_FORM);

  G_OBJECT_CLASS (tranche_return_form_parent_class)->dispose (object);
}

static void
tranche_return_form_class_init (TrancheReturnFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_return_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", TRANCHE_TYPE_RETURN_FORM, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/return-form.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheReturnForm, name)
  BIND (amount_group);
  BIND (all_row);
  BIND (part_check);
  BIND (sum_row);
  BIND (way_group);
  BIND (card_row);
  BIND (card_check);
  BIND (cash_check);
  BIND (confirmation_group);
  BIND (confirmation_check);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tranche_return_form_init (TrancheReturnForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_return_form_show_facts (TrancheReturnForm        *self,
                                const TrancheReturnFacts *facts)
{
  gboolean can_card;
  g_autofree char *left = NULL;
  g_autofree char *card_text = NULL;

  g_return_if_fail (TRANCHE_IS_RETURN_FORM (self));
  g_return_if_fail (facts != NULL);

  can_card = facts->to_card != TRANCHE_PAYOUT_NO;
  left = tranche_format_money (&facts->left);
  card_text = tranche_return_card_text (facts->to_card);

  gtk_check_button_set_active (self->confirmation_check, FALSE);
  adw_action_row_set_subtitle (self->all_row, left);
  adw_action_row_set_subtitle (self->card_row, card_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->card_row), can_card);
  if (!can_card)
    gtk_check_button_set_active (self->cash_check, TRUE);
  else if (facts->to_card == TRANCHE_PAYOUT_YES && !gtk_check_button_get_active (self->cash_check))
    gtk_check_button_set_active (self->card_check, TRUE);
}

void
tranche_return_form_set_editable (TrancheReturnForm *self,
                                  gboolean           editable)
{
  g_return_if_fail (TRANCHE_IS_RETURN_FORM (self));

  gtk_widget_set_sensitive (self->amount_group, editable);
  gtk_widget_set_sensitive (self->way_group, editable);
  gtk_widget_set_sensitive (self->confirmation_group, editable);
}

const char *
tranche_return_form_get_missing (TrancheReturnForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_RETURN_FORM (self), NULL);

  if (is_part (self) && *gtk_editable_get_text (GTK_EDITABLE (self->sum_row)) == '\0')
    return _("Enter the sum to return");
  if (!gtk_check_button_get_active (self->card_check) &&
      !gtk_check_button_get_active (self->cash_check))
    return _("Choose where to return the money");
  if (!gtk_check_button_get_active (self->confirmation_check))
    return _("Tick that the goods are back in the shop");

  return NULL;
}

gboolean
tranche_return_form_take (TrancheReturnForm  *self,
                          const TrancheMoney *left,
                          TrancheMoney       *amount,
                          gboolean           *to_card)
{
  g_autofree char *flaw = NULL;

  g_return_val_if_fail (TRANCHE_IS_RETURN_FORM (self), FALSE);

  *to_card = gtk_check_button_get_active (self->card_check);
  if (!is_part (self)) {
    *amount = *left;
    return TRUE;
  }

  flaw = tranche_return_parse_sum (gtk_editable_get_text (GTK_EDITABLE (self->sum_row)),
                                   left, amount);
  if (flaw == NULL)
    return TRUE;

  tranche_field_row_set_flaw (self->sum_row, flaw);
  gtk_widget_grab_focus (GTK_WIDGET (self->sum_row));

  return FALSE;
}
