/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/counter-mail.h"

#include <glib/gi18n.h>

#include "ui/format.h"

char *
tranche_counter_mail_uri (const TrancheShopSign *sign,
                          TrancheOrder          *order)
{
  const char *email = tranche_order_get_customer (order)->email;
  g_autofree char *sum = tranche_format_money (tranche_order_get_amount (order));
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  g_autofree char *to = g_uri_escape_string (email != NULL ? email : "", "@", FALSE);
  g_autofree char *escaped_subject = NULL;
  g_autofree char *escaped_body = NULL;
  g_auto (GStrv) lines = NULL;

  /* Translators: the subject of an e-mail to a customer; %s is the name of the shop */
  subject = g_strdup_printf (_("Your purchase at %s"), sign->name);
  /* Translators: an e-mail to a customer; the name of the shop, a sum, a link */
  body = g_strdup_printf (_("Hello,\n\n"
                            "here you can apply at the bank to pay for your purchase at %1$s "
                            "of %2$s:\n\n%3$s\n"),
                          sign->name, sum, tranche_order_get_link (order));
  lines = g_strsplit (body, "\n", -1);
  g_free (body);
  body = g_strjoinv ("\r\n", lines);

  escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  escaped_body = g_uri_escape_string (body, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, escaped_subject, escaped_body);
}
