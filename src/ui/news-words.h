/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/news.h"

G_BEGIN_DECLS

/* What a notification says. It is seen by whoever passes the screen: it names the
 * order by its number, and the customer only where that is allowed.
 * (transfer full) */
char *tranche_news_title         (TrancheNews   news,
                                  TrancheOrder *order,
                                  GDateTime    *now);
char *tranche_news_body          (TrancheNews   news,
                                  TrancheOrder *order,
                                  GDateTime    *now,
                                  gboolean      with_customer);
/* Of @n orders at once. (transfer full) */
char *tranche_news_summary_title (TrancheNews   news,
                                  guint         n);

G_END_DECLS
