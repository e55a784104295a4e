
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0002_saved_views'),
    ]

    operations = [
        migrations.CreateModel(
            name='Banner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('emergency', 'Emergency'), ('warning', 'Warning'), ('information', 'Information')], default='information', max_length=20, verbose_name='level')),
                ('words', models.JSONField(default=dict, editable=False, verbose_name='text')),
                ('link', models.URLField(blank=True, help_text='Where readers find more about it.', max_length=500, verbose_name='link')),
                ('starts_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='shown from')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='shown until')),
                ('time_zone', models.CharField(default='UTC', editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'banner',
                'verbose_name_plural': 'banners',
                'ordering': ['-starts_at'],
            },
        ),
    ]
