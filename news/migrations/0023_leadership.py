
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0022_issued_at_an_event'),
        ('organisations', '0006_named_as_signatory'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerLeadership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.JSONField(default=dict, editable=False, verbose_name='name')),
                ('last_day', models.DateField(help_text='What was released until the end of this day in UTC is marked.', verbose_name='last day')),
                ('organisation', models.ForeignKey(blank=True, help_text='Whose releases are marked. Left empty: all.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'former leadership',
                'verbose_name_plural': 'former leaderships',
                'ordering': ['-last_day'],
            },
        ),
    ]
